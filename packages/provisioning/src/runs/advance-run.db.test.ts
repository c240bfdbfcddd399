import { AppError } from "@greenroom/errors";
import { verbatim } from "@greenroom/messages";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRunFixture, type RunFixture, TWO_STACKS } from "../../testing/run-fixture";
import { sayFailure } from "../../testing/run-rows";
import { failureSchema } from "../schema";

let database: TestDatabase;
let fixture: RunFixture;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  fixture = await createRunFixture(database.prisma);
});

const stepsOf = async (runId: string) => {
  const steps = await fixture.db.runStep.findMany({ where: { runId }, orderBy: { position: "asc" } });
  return Object.fromEntries(steps.map(({ key, status }) => [key, status]));
};
const eventsOf = (runId: string) =>
  fixture.db.runEvent.findMany({ where: { runId }, orderBy: { sequence: "asc" } });
const environmentOf = (id: string) =>
  fixture.db.environment.findUniqueOrThrow({
    where: { id },
    include: { stacks: { orderBy: { position: "asc" } } },
  });
const operations = () => fixture.cloud.ledger.map((line) => line.replace(`greenroom-${fixture.name}-`, ""));

describe("a plan", () => {
  it("ends with the changes, the price and a digest, and hands the request on", async () => {
    const { requestId, runId } = await fixture.plan("CREATE");
    const run = await fixture.drive(runId);
    expect(run.status).toBe("SUCCEEDED");
    const plan = await fixture.db.plan.findUniqueOrThrow({ where: { runId } });
    expect(plan.changes).toMatchObject([
      { stackKey: "base", logicalId: "Vpc", action: "CREATE" },
      { stackKey: "store", logicalId: "Table", action: "CREATE" },
    ]);
    expect(plan.digest).toMatch(/^[0-9a-f]{64}$/);
    const request = await fixture.db.request.findUniqueOrThrow({ where: { id: requestId } });
    expect(request).toMatchObject({ status: "PENDING_APPROVAL", digest: plan.digest });
  });

  it("fails with the synthesizer's words and tells the request", async () => {
    fixture.deps.synthesizer.synthesize = async () => {
      throw new AppError("templateUnreadable", {
        stack: "base",
        reason: "Two zones are needed, one was given.",
      });
    };
    const { runId } = await fixture.plan("CREATE");
    const run = await fixture.drive(runId);
    expect(run.status).toBe("FAILED");
    expect(sayFailure(run.failure)).toContain("Two zones");
    expect(fixture.planFailures).toEqual([expect.stringContaining("Two zones are needed, one was given.")]);
    expect(await stepsOf(runId)).toMatchObject({
      synthesize: "FAILED",
      compare: "SKIPPED",
      record: "SKIPPED",
    });
  });

  it("is cancelled when nobody waits for it any more", async () => {
    const { requestId, runId } = await fixture.plan("CREATE");
    await fixture.db.request.update({ where: { id: requestId }, data: { status: "WITHDRAWN" } });
    expect((await fixture.drive(runId)).status).toBe("CANCELLED");
    expect(fixture.planFailures).toEqual([]);
  });
});

describe("an apply", () => {
  it("builds the stacks in order and makes the environment READY", async () => {
    const { environmentId, runId } = await fixture.build();
    expect(operations()).toEqual(["change-set base", "execute base", "change-set store", "execute store"]);
    const environment = await environmentOf(environmentId);
    expect(environment.status).toBe("READY");
    expect(environment.stacks.map(({ key, outputs }) => [key, outputs])).toEqual([
      ["base", { Name: `greenroom-${fixture.name}-base` }],
      ["store", { Name: `greenroom-${fixture.name}-store` }],
    ]);
    expect(environment.expiresAt).not.toBeNull();
    const events = await eventsOf(runId);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect(events.at(-1)?.data).toMatchObject({ kind: "RUN", status: "SUCCEEDED" });
    const audit = await fixture.db.auditEvent.findMany({ where: { subjectId: runId } });
    expect(audit.map(({ action }) => action)).toContain("run.succeeded");
  });

  it("builds independent stacks side by side", async () => {
    fixture.templates = { a: { resources: { A: "1" } }, b: { resources: { B: "1" } } };
    fixture.cloud.slowness = 3;
    await fixture.build();
    expect(operations().slice(0, 2).sort()).toEqual(["change-set a", "change-set b"]);
    expect(operations().slice(2).sort()).toEqual(["execute a", "execute b"]);
  });

  it.each([
    ["a template", { stacks: [] }],
    ["the price", { estimate: { currency: "USD", monthlyUsd: { low: "0", expected: "0", high: "1" } } }],
  ])("refuses a plan whose %s was changed after the approval", async (_, tampering) => {
    const { requestId, runId: planRunId } = await fixture.plan("CREATE");
    await fixture.drive(planRunId);
    const { runId, environmentId } = await fixture.approve(requestId);
    await fixture.db.plan.update({ where: { runId: planRunId }, data: tampering });
    const run = await fixture.drive(runId);
    expect(failureSchema.parse(run.failure).code).toBe("DIGEST_MISMATCH");
    expect(operations()).toEqual([]);
    expect((await environmentOf(environmentId)).status).toBe("FAILED");
  });

  it("refuses a change set that goes beyond the plan", async () => {
    const { requestId, runId: planRunId } = await fixture.plan("CREATE");
    await fixture.drive(planRunId);
    const { runId } = await fixture.approve(requestId);
    fixture.cloud.surprise = [{ logicalId: "Backdoor", resourceType: "AWS::IAM::Role", action: "CREATE" }];
    const run = await fixture.drive(runId);
    expect(failureSchema.parse(run.failure)).toMatchObject({
      code: "DIGEST_MISMATCH",
      logicalId: "Backdoor",
      stackKey: "base",
    });
    expect(operations()).toEqual(["change-set base"]);
  });

  it("shows the root cause of a failure, and builds after CLEAN only", async () => {
    const { requestId, runId: planRunId } = await fixture.plan("CREATE");
    await fixture.drive(planRunId);
    const { runId, environmentId } = await fixture.approve(requestId);
    fixture.cloud.failing.set("Table", "Limit of tables exceeded");
    const failed = await fixture.drive(runId);
    expect(failureSchema.parse(failed.failure)).toMatchObject({
      message: verbatim("Limit of tables exceeded"),
      stackKey: "store",
      logicalId: "Table",
    });
    expect(sayFailure(failed.failure)).toContain("Clean and retry");
    expect(await stepsOf(runId)).toMatchObject({
      "apply-base": "SUCCEEDED",
      "apply-store": "FAILED",
      record: "SKIPPED",
    });
    const marked = (await eventsOf(runId)).filter(
      ({ data }) => (data as { isRootCause?: boolean }).isRootCause,
    );
    expect(marked).toHaveLength(1);
    expect((await environmentOf(environmentId)).status).toBe("FAILED");

    const plain = await fixture.queue("APPLY", requestId, environmentId, failed.digest, "RETRY");
    const refused = await fixture.drive(plain);
    expect(sayFailure(refused.failure)).toContain("ROLLBACK_COMPLETE");

    fixture.cloud.ledger.length = 0;
    const clean = await fixture.queue("APPLY", requestId, environmentId, failed.digest, "CLEAN");
    expect((await fixture.drive(clean)).status).toBe("SUCCEEDED");
    expect(operations()).toEqual(["delete store", "change-set base", "change-set store", "execute store"]);
    expect(await stepsOf(clean)).toMatchObject({
      "clean-base": "SKIPPED",
      "clean-store": "SUCCEEDED",
      "apply-base": "SKIPPED",
    });
    expect((await environmentOf(environmentId)).status).toBe("READY");
  });

  it("rolls a failed update back and keeps what was deployed", async () => {
    const { environmentId } = await fixture.build();
    fixture.templates = {
      ...TWO_STACKS,
      store: { resources: { Table: "provisioned" }, dependsOn: ["base"] },
    };
    const { requestId, runId: planRunId } = await fixture.plan("CHANGE", environmentId);
    await fixture.drive(planRunId);
    const { runId } = await fixture.approve(requestId);
    fixture.cloud.failing.set("Table", "No such capacity");
    const failed = await fixture.drive(runId);
    expect(sayFailure(failed.failure)).toContain("retry");
    const before = (await environmentOf(environmentId)).stacks[1]?.template;
    expect(JSON.stringify(before)).toContain("on-demand");
    const again = await fixture.queue("APPLY", requestId, environmentId, failed.digest, "RETRY");
    expect((await fixture.drive(again)).status).toBe("SUCCEEDED");
  });

  it("deletes a stack that the plan no longer has", async () => {
    const { environmentId } = await fixture.build();
    fixture.templates = { base: TWO_STACKS.base! };
    const { requestId, runId: planRunId } = await fixture.plan("CHANGE", environmentId);
    await fixture.drive(planRunId);
    const { runId } = await fixture.approve(requestId);
    fixture.cloud.ledger.length = 0;
    expect((await fixture.drive(runId)).status).toBe("SUCCEEDED");
    expect(operations()).toEqual(["change-set base", "delete store"]);
    expect((await environmentOf(environmentId)).stacks.map(({ key }) => key)).toEqual(["base"]);
  });
});

describe("a destroy", () => {
  it("deletes in reverse order and keeps the environment's row", async () => {
    const { environmentId } = await fixture.build();
    const { requestId, runId: planRunId } = await fixture.plan("DESTROY", environmentId);
    await fixture.drive(planRunId);
    const plan = await fixture.db.plan.findUniqueOrThrow({ where: { runId: planRunId } });
    expect(plan.changes).toMatchObject([
      { logicalId: "Table", action: "DELETE" },
      { logicalId: "Vpc", action: "DELETE" },
    ]);
    const { runId } = await fixture.approve(requestId);
    fixture.cloud.ledger.length = 0;
    expect((await fixture.drive(runId)).status).toBe("SUCCEEDED");
    expect(operations()).toEqual(["delete store", "delete base"]);
    expect((await environmentOf(environmentId)).status).toBe("DESTROYED");
  });

  it("says what keeps a stack from being deleted, and stops there", async () => {
    const { environmentId } = await fixture.build();
    const { requestId, runId: planRunId } = await fixture.plan("DESTROY", environmentId);
    await fixture.drive(planRunId);
    const { runId } = await fixture.approve(requestId);
    fixture.cloud.failing.set("Table", "The table is protected");
    const failed = await fixture.drive(runId);
    expect(failureSchema.parse(failed.failure)).toMatchObject({
      message: verbatim("The table is protected"),
      logicalId: "Table",
    });
    expect(await stepsOf(runId)).toMatchObject({ "delete-store": "FAILED", "delete-base": "SKIPPED" });
    const again = await fixture.queue("DESTROY", requestId, environmentId, failed.digest, "RETRY");
    expect((await fixture.drive(again)).status).toBe("SUCCEEDED");
  });
});
