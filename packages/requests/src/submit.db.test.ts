import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFixture, type Fixture } from "../testing/fixture";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

describe("submit", () => {
  it("writes the request, its plan run and the audit row together, then wakes the worker", async () => {
    const { id, number } = await fixture.as("rina").submit(fixture.createInput({ name: "first" }));
    const request = await fixture.db.request.findUniqueOrThrow({ where: { id } });
    expect(request).toMatchObject({ number, status: "PLANNING", environmentId: null, lifetimeDays: 14 });
    const run = await fixture.db.run.findUniqueOrThrow({ where: { id: request.planRunId! } });
    expect(run).toMatchObject({ kind: "PLAN", status: "QUEUED", requestId: id, digest: null });
    expect(fixture.woken).toContain(run.id);
    const audit = await fixture.db.auditEvent.findMany({ where: { subjectId: id } });
    const row = { action: "request.submitted", actorName: "Rina Choi", reason: "load test" };
    expect(audit).toMatchObject([row]);
  });

  it("is one request however often the same key is sent at once", async () => {
    const input = fixture.createInput({ name: "once" });
    const answers = await Promise.all(Array.from({ length: 20 }, () => fixture.as("rina").submit(input)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await fixture.db.request.count({ where: { environmentName: "once" } })).toBe(1);
    expect(await fixture.db.run.count({ where: { requestId: answers[0]!.id } })).toBe(1);
    // Another person's key is another key.
    const other = fixture.createInput({ idempotencyKey: input.idempotencyKey, name: "other-person" });
    expect((await fixture.as("marco").submit(other)).id).not.toBe(answers[0]!.id);
  });

  it("is another request when the same key comes with other content: an edit after a lost answer, a duplicated tab", async () => {
    const input = fixture.createInput({ name: "first-tab" });
    const { id, number } = await fixture.as("rina").submit(input);
    for (const edit of [{ name: "second-tab" }, { name: "third-tab", reason: "Something else." }]) {
      const other = { ...fixture.createInput(edit), idempotencyKey: input.idempotencyKey };
      const answer = await fixture.as("rina").submit(other);
      expect(answer.id).not.toBe(id);
      expect((await fixture.as("rina").submit(other)).id).toBe(answer.id);
    }
    expect((await fixture.as("rina").submit(input)).id).toBe(id);
    // The order of fields is no content.
    const turned = Object.fromEntries(Object.entries(input).reverse()) as typeof input;
    expect((await fixture.as("rina").submit(turned)).id).toBe(id);
    await expect(
      fixture.as("rina").submit({ ...input, reason: "With another reason." }),
    ).rejects.toMatchObject({
      cause: { says: { key: "nameRequestedByYou", values: { number } } },
    });
  });

  it("gives a name to one of two who ask for it at once", async () => {
    const results = await Promise.allSettled([
      fixture.as("rina").submit(fixture.createInput({ name: "wanted" })),
      fixture
        .as("marco")
        .submit(fixture.createInput({ name: "wanted", cloudAccountId: fixture.accounts[1]!.id })),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.reason.cause).toMatchObject({
      code: "CONFLICT",
      says: { key: "nameRequested" },
      field: "name",
    });
  });

  it("gives a network to one of many who ask for it at once", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () =>
        fixture.as("rina").submit(fixture.createInput({ spec: fixture.specWith("10.200.0.0/16") })),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("refuses a spec key nobody knows and a field nobody knows", async () => {
    const spec = { ...fixture.specWith("10.201.0.0/16"), surprise: true };
    await expect(fixture.as("rina").submit(fixture.createInput({ spec }))).rejects.toMatchObject({
      cause: { code: "INVALID_INPUT", says: { key: "spec.unknownKey" }, field: "spec.surprise" },
    });
    const extra = { ...fixture.createInput(), surprise: true };
    await expect(fixture.as("rina").submit(extra as never)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("each problem of a form names the value and the remedy", () => {
  const check = async (changes: Record<string, unknown>, who: "rina" | "theo" | "pat" = "rina") =>
    fixture.as(who).check({ ...fixture.createInput(), ...changes });

  it("a taken name, also by another team", async () => {
    await fixture.build({ name: "living" });
    expect(await check({ name: "living" })).toMatchObject([
      {
        field: "name",
        message: { key: "nameTaken", values: { name: "living" } },
      },
    ]);
    expect(await check({ name: "once" })).toMatchObject([{ message: { key: "nameRequestedByYou" } }]);
  });

  it("a name that what is kept of a destroyed environment still has", async () => {
    const bury = async (name: string, action: "RETAIN" | "DELETE") => {
      const { environmentId, runId } = await fixture.build({ name });
      await fixture.db.environment.update({
        where: { id: environmentId },
        data: { status: "DESTROYED", destroyedAt: new Date("2026-11-20T00:00:00Z") },
      });
      const change = { stackKey: "data", logicalId: "Orders", resourceType: "AWS::DynamoDB::GlobalTable" };
      const changes = [{ ...change, action, isStateful: true, properties: [] }];
      const rest = { digest: "", blueprintVersion: "", stacks: [], estimate: {}, checks: [] };
      await fixture.db.plan.create({ data: { runId, changes, ...rest } });
      return check({ name });
    };
    expect(await bury("kept-here", "RETAIN")).toMatchObject([
      { message: { key: "nameKept", values: { name: "kept-here", destroyedOn: "2026-11-20" } } },
    ]);
    expect(await bury("gone-for-good", "DELETE")).toEqual([]);
  });

  it("a name AWS could not take", async () => {
    expect(await check({ name: "Shop" })).toMatchObject([
      { field: "name", message: { key: "name.pattern" } },
    ]);
    expect(await check({ name: "ab" })).toMatchObject([
      { message: { key: "name.short", values: { value: "ab" } } },
    ]);
    expect(await check({ name: "x".repeat(25) })).toMatchObject([{ message: { key: "name.long" } }]);
  });

  it("an unknown region, account or blueprint", async () => {
    expect(await check({ region: "mars-1" })).toMatchObject([
      {
        field: "region",
        message: { key: "regionUnknown", values: { region: "mars-1", account: "ticketing-dev" } },
      },
    ]);
    expect(await check({ cloudAccountId: "nope" })).toMatchObject([
      { field: "cloudAccountId", message: { key: "accountUnknown" } },
    ]);
    expect(await check({ blueprint: "nope" })).toMatchObject([
      { field: "blueprint", message: { key: "blueprintUnknown", values: { blueprint: "nope" } } },
    ]);
  });

  it("a network of another environment or open request of the same account, with a free one", async () => {
    const spec = fixture.specWith("10.210.0.0/16");
    await fixture.as("rina").submit(fixture.createInput({ name: "networked", spec }));
    const overlap = { spec: fixture.specWith("10.210.16.0/20") };
    const [seen] = await check(overlap);
    expect(seen).toMatchObject({
      field: "spec.network.cidr",
      message: {
        key: "cidrOverlap",
        values: { cidr: "10.210.16.0/20", other: "10.210.0.0/16", name: "networked" },
      },
    });
    const suggestion = String(seen!.message.values!.suggestion);
    expect(await check({ spec: fixture.specWith(suggestion) })).toEqual([]);
    const [hidden] = await check({ ...overlap, teamId: fixture.people.theo.memberships[0]!.teamId }, "theo");
    expect(hidden).toMatchObject({ message: { key: "cidrOverlapHidden" } });
    expect(JSON.stringify(hidden)).not.toContain("networked");
    expect(await check({ ...overlap, cloudAccountId: fixture.accounts[1]!.id })).toEqual([]);
  });

  it("a lifetime beyond the stage's limit", async () => {
    expect(await check({ lifetimeDays: 31 })).toMatchObject([
      {
        field: "lifetimeDays",
        message: { key: "lifetimeLimit", values: { days: 31, stage: "dev", limit: 30 } },
      },
    ]);
    expect(await check({ lifetimeDays: null })).toMatchObject([{ message: { key: "lifetimeRequired" } }]);
    expect(await check({ stage: "staging", lifetimeDays: 91 })).toMatchObject([
      { message: { values: { limit: 90 } } },
    ]);
    expect(await check({ stage: "prod", lifetimeDays: null })).toEqual([]);
    expect(await check({ stage: "prod", lifetimeDays: 1.5 })).toMatchObject([
      { message: { key: "lifetime.whole" } },
    ]);
  });

  it("a foreign team is refused in the same words as one that does not exist", async () => {
    const foreign = await check({ teamId: fixture.people.theo.memberships[0]!.teamId });
    expect(foreign).toMatchObject([{ field: "teamId", message: { key: "teamForbidden" } }]);
    expect(await check({ teamId: "00000000-0000-0000-0000-000000000000" })).toEqual(foreign);
    expect(await check({ teamId: "00000000-0000-0000-0000-000000000000" }, "pat")).toEqual(foreign);
    await expect(
      fixture.as("rina").submit(fixture.createInput({ teamId: fixture.people.theo.memberships[0]!.teamId })),
    ).rejects.toMatchObject({ code: "FORBIDDEN", cause: { says: { key: "teamForbidden" } } });
  });

  it("several at once, one per field, and none for what is still empty", async () => {
    const problems = await check({
      name: "Shop",
      region: "mars-1",
      lifetimeDays: 99,
      spec: { ...fixture.specWith("10.1.0.0/16"), network: { cidr: "10.1.0.0/30" } },
    });
    expect(problems.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["name", "region", "lifetimeDays", "spec.network.cidr"]),
    );
    expect(new Set(problems.map(({ field }) => field)).size).toBe(problems.length);
    expect(await fixture.as("rina").check({ kind: "CREATE", name: "", stage: "dev" })).toEqual([]);
    expect(await fixture.as("rina").check({ kind: "CHANGE" })).toEqual([]);
  });

  it("a change that changes nothing", async () => {
    const spec = fixture.specWith("10.205.0.0/16");
    const { environmentId } = await fixture.build({ name: "steady", spec });
    const expiresAt = new Date(fixture.deps.now().getTime() + 13.9 * 86_400_000);
    await fixture.db.environment.update({ where: { id: environmentId }, data: { expiresAt } });
    const same = {
      kind: "CHANGE",
      idempotencyKey: "change-nothing",
      environmentId,
      baseEnvironmentVersion: 1,
      spec: Object.fromEntries(Object.entries(spec).reverse()),
      lifetimeDays: 14,
      reason: "no reason",
    } as const;
    expect(await fixture.as("rina").check(same)).toMatchObject([{ message: { key: "nothingChanged" } }]);
    await expect(fixture.as("rina").submit(same)).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: { code: "INVALID_INPUT", says: { key: "nothingChanged" } },
    });
    expect(await fixture.as("rina").check({ ...same, lifetimeDays: 20 })).toEqual([]);
    expect(await fixture.as("rina").check({ ...same, spec: fixture.specWith("10.205.0.0/17") })).toEqual([]);
    // A failed environment may have moved away from what it is meant to be: asking for the same brings it
    // back.
    await fixture.db.environment.update({ where: { id: environmentId }, data: { status: "FAILED" } });
    expect(await fixture.as("rina").check(same)).toEqual([]);
  });

  it("a value of the wrong shape is refused in a sentence, with its key", async () => {
    await expect(fixture.as("rina").submit(fixture.createInput({ name: "Shop" }))).rejects.toMatchObject({
      message: expect.stringContaining('"Shop" cannot be a name.'),
      cause: { says: { key: "name.pattern", values: { value: "Shop" } }, field: "name" },
    });
    await expect(fixture.as("rina").submit(fixture.createInput({ name: "" }))).rejects.toMatchObject({
      message: expect.stringContaining("Enter a name"),
    });
    await expect(
      fixture.as("rina").submit(fixture.createInput({ stage: "moon" as never })),
    ).rejects.toMatchObject({
      message: '"moon" is not a choice for stage. Choose one of: dev, staging, prod.',
    });
    const spec = fixture.specWith("");
    expect(await check({ spec })).toMatchObject([{ message: { key: "spec.cidr.empty" } }]);
  });

  it("a stale form, a wrong typed name, a busy or destroyed environment", async () => {
    const { environmentId } = await fixture.build({ name: "target" });
    const destroy = {
      kind: "DESTROY",
      idempotencyKey: "destroy-target",
      environmentId,
      baseEnvironmentVersion: 1,
      typedName: "target",
      reason: "not needed",
    } as const;
    const asking = (changes: object) => fixture.as("rina").check({ ...destroy, ...changes });
    expect(await asking({})).toEqual([]);
    expect(await asking({ typedName: "tarket" })).toMatchObject([
      {
        field: "typedName",
        message: { key: "typedNameMismatch", values: { typed: "tarket", name: "target" } },
      },
    ]);
    expect(await asking({ baseEnvironmentVersion: 0 })).toMatchObject([
      { message: { key: "staleForm", values: { name: "target", base: 0, version: 1 } } },
    ]);
    await expect(fixture.as("rina").submit({ ...destroy, baseEnvironmentVersion: 0 })).rejects.toMatchObject({
      cause: { code: "STALE" },
    });
    await fixture.db.environment.update({ where: { id: environmentId }, data: { status: "UPDATING" } });
    expect(await asking({})).toMatchObject([{ message: { key: "environmentBusy" } }]);
    await fixture.db.environment.update({ where: { id: environmentId }, data: { status: "DESTROYED" } });
    expect(await asking({})).toMatchObject([{ message: { key: "environmentGone" } }]);
    await expect(fixture.as("theo").check({ ...destroy })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await fixture.as("vera").check({ ...destroy })).toMatchObject([
      { message: { key: "changeForbidden" } },
    ]);
  });
});
