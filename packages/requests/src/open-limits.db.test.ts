import type { AppError } from "@greenroom/errors";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createFixture, type Fixture } from "../testing/fixture";
import { MAX_OPEN_REQUESTS } from "./limits";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

/**
 * Sends so many, some at once. Whoever waited too long for a lock on a busy machine tries again, as the
 * answer tells them to.
 */
async function submitAll(who: "rina" | "marco", count: number) {
  const refusals: { cause: AppError; message: string }[] = [];
  let made = 0;
  const submit = async (input = fixture.createInput()): Promise<void> => {
    try {
      await fixture.as(who).submit(input);
      made++;
    } catch (error) {
      const refusal = error as { cause: AppError; message: string };
      if (refusal.cause.isRetryable) return submit(input);
      refusals.push(refusal);
    }
  };
  for (let sent = 0; sent < count; sent += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - sent) }, () => submit()));
  return { made, refusals };
}
const AT_ONCE = 5;

it("of forty requests at once from one person as many are taken as may be open, and the others say why", async () => {
  const { made, refusals } = await submitAll("rina", 40);
  expect(made).toBe(MAX_OPEN_REQUESTS.person);
  for (const refusal of refusals) {
    expect(refusal.cause).toMatchObject({ code: "CONFLICT", says: { key: "tooManyOpen" } });
    expect(refusal.message).toMatch(/^You have 20 open requests, the most that one person may have\. /);
  }
  expect(await fixture.db.run.count({ where: { kind: "PLAN" } })).toBe(MAX_OPEN_REQUESTS.person);
});

it("lets the next in when one is closed, and gives an earlier one again under its key whatever is open", async () => {
  const [open] = await fixture.db.request.findMany({ where: { status: "PLANNING" }, take: 1 });
  await fixture.as("rina").withdraw({ requestId: open!.id, reason: "no longer wanted" });
  const input = fixture.createInput();
  const { id } = await fixture.as("rina").submit(input);
  expect((await fixture.as("rina").submit(input)).id).toBe(id);
  await expect(fixture.as("rina").submit(fixture.createInput())).rejects.toMatchObject({
    cause: { says: { key: "tooManyOpen" } },
  });
});

it("counts for the team what others of it have open, too", async () => {
  const teamId = fixture.people.rina.memberships[0]!.teamId;
  const open = await fixture.db.request.findFirstOrThrow({ where: { teamId, status: "PLANNING" } });
  const { id: _, number: __, planRunId: ___, spec, ...facts } = open;
  await fixture.db.request.createMany({
    data: Array.from({ length: MAX_OPEN_REQUESTS.team - MAX_OPEN_REQUESTS.person - 1 }, (_, index) => ({
      ...facts,
      spec: spec as object,
      requesterId: `colleague-${index}`,
      environmentName: `theirs-${index}`,
      idempotencyKey: `colleague-${index}`,
    })),
  });
  const { made, refusals } = await submitAll("marco", 3);
  expect(made).toBe(1);
  expect(refusals.map(({ cause }) => cause.says.key)).toEqual(["teamTooManyOpen", "teamTooManyOpen"]);
});
