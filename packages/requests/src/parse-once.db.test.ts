import { getBlueprint } from "@greenroom/infra-templates/catalog";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { createFixture, type Fixture } from "../testing/fixture";

const METHODS = ["parse", "safeParse", "parseAsync", "safeParseAsync"] as const;
const { specSchema } = getBlueprint("ticketing");
const readings: unknown[] = [];

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());
beforeEach(() => {
  readings.length = 0;
  for (const method of METHODS) {
    const read = specSchema[method] as (spec: unknown, ...rest: unknown[]) => unknown;
    vi.spyOn(specSchema, method).mockImplementation(((spec: unknown, ...rest: unknown[]) => {
      readings.push(spec);
      return read(spec, ...rest);
    }) as never);
  }
});
afterEach(() => vi.restoreAllMocks());

/** Specs that were read since the last time, each as often as it was read. */
const taken = () => readings.splice(0);

it("reads a spec once: when it is asked for, and again when it is planned, approved, changed or ended", async () => {
  const input = fixture.createInput({ name: "read-once" });
  await fixture.as("rina").check(input);
  expect(taken()).toEqual([input.spec]);

  const { id: requestId } = await fixture.as("rina").submit(input);
  expect(taken()).toEqual([input.spec]);
  const { spec } = await fixture.db.request.findUniqueOrThrow({ where: { id: requestId } });
  const digest = await fixture.plan(requestId);
  expect(taken()).toEqual([spec]);
  const { runId } = await fixture.as("marco").approve({ requestId, digest });
  expect(taken()).toEqual([spec]);

  await fixture.finishRun(runId!, "READY");
  const run = await fixture.db.run.findUniqueOrThrow({ where: { id: runId! } });
  const of = { environmentId: run.environmentId!, baseEnvironmentVersion: 1, reason: "a larger network" };
  const next = fixture.specWith("10.250.0.0/16");
  const change = {
    kind: "CHANGE" as const,
    idempotencyKey: "read-change",
    spec: next,
    lifetimeDays: 20,
    ...of,
  };
  await fixture.as("rina").check(change);
  expect(taken()).toEqual([next, spec]);
  const changed = await fixture.as("rina").submit(change);
  expect(taken()).toEqual([next, spec]);
  await fixture.as("rina").withdraw({ requestId: changed.id, reason: "not needed" });
  expect(taken()).toEqual([]);

  const end = { kind: "DESTROY" as const, idempotencyKey: "read-end", typedName: "read-once", ...of };
  await fixture.as("rina").submit(end);
  expect(taken()).toEqual([spec]);
});
