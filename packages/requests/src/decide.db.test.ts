import { say } from "@greenroom/messages";
import { transaction } from "@greenroom/prisma";
import { executeSql } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordPlanned } from ".";
import { createWorld, type World } from "./testing/fixture";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const requestOf = (id: string) => world.db.request.findUniqueOrThrow({ where: { id } });
const actionsOn = async (subjectId: string) =>
  (await world.db.auditEvent.findMany({ where: { subjectId }, orderBy: { sequence: "asc" } })).map(
    ({ action }) => action,
  );
describe("approve", () => {
  it("is one transaction: decision, environment, run with the digest, audit; then the worker is woken", async () => {
    const { requestId, digest } = await world.submitAndPlan(world.createInput({ name: "approved" }));
    const { runId } = await world.as("marco").approve({ requestId, digest, note: "go" });
    const request = await requestOf(requestId);
    expect(request).toMatchObject({ status: "APPROVED", digest });
    expect(request.closedAt).not.toBeNull();
    const run = await world.db.run.findUniqueOrThrow({ where: { id: runId! } });
    expect(run).toMatchObject({
      kind: "APPLY",
      status: "QUEUED",
      digest,
      environmentId: request.environmentId,
    });
    const environment = await world.db.environment.findUniqueOrThrow({ where: { id: run.environmentId! } });
    expect(environment).toMatchObject({
      name: "approved",
      status: "PROVISIONING",
      version: 1,
      ownerId: world.people.rina.userId,
      cidrs: request.cidrs,
    });
    expect(await world.db.approval.findMany({ where: { requestId } })).toMatchObject([
      { decision: "APPROVED", approverId: world.people.marco.userId, digest, note: "go" },
    ]);
    expect(await actionsOn(requestId)).toEqual(["request.submitted", "request.planned", "request.approved"]);
    expect(await actionsOn(environment.id)).toEqual(["environment.created"]);
    expect(await actionsOn(run.id)).toEqual(["run.queued"]);
    expect(world.woken.at(-1)).toBe(run.id);
  });

  it("of one's own request is refused, whatever role one has", async () => {
    for (const who of ["marco", "pat"] as const) {
      const input = world.createInput({ teamId: world.people.marco.memberships[0]!.teamId });
      const { requestId, digest } = await world.submitAndPlan(input, who);
      for (const decide of [
        () => world.as(who).approve({ requestId, digest }),
        () => world.as(who).reject({ requestId, digest, note: "no reason" }),
      ])
        await expect(decide()).rejects.toMatchObject({
          cause: { code: "FORBIDDEN", says: { key: "ownRequest" } },
        });
      expect((await world.as(who).get({ requestId })).allowedActions).toEqual(["withdraw"]);
      expect(await world.db.approval.count({ where: { requestId } })).toBe(0);
    }
  });

  it("of one's own request is refused by the database too, and so is a wrong name of the requester", async () => {
    const { requestId } = await world.submitAndPlan(world.createInput());
    const insert = (requesterId: string, approverId: string) => world.db.$executeRaw`
      INSERT INTO "Approval" ("id", "requestId", "requesterId", "approverId", "decision", "digest", "note")
      VALUES (gen_random_uuid()::text, ${requestId}, ${requesterId}, ${approverId}, 'APPROVED', 'd', '')`;
    const { rina, marco } = world.people;
    await expect(insert(rina.userId, rina.userId)).rejects.toThrow(/four_eyes/);
    await expect(insert(marco.userId, rina.userId)).rejects.toThrow(/foreign key/i);
    await expect(world.db.$executeRaw`UPDATE "Approval" SET "approverId" = "requesterId"`).rejects.toThrow(
      /four_eyes/,
    );
  });

  it("covers the digest that was looked at and no other", async () => {
    const { requestId, digest } = await world.submitAndPlan(world.createInput());
    await expect(world.as("marco").approve({ requestId, digest: `${digest}x` })).rejects.toMatchObject({
      cause: { code: "STALE", says: { key: "planMoved" } },
    });
    expect((await requestOf(requestId)).status).toBe("PENDING_APPROVAL");
  });

  it("is refused while planning and after any end", async () => {
    const { id } = await world.as("rina").submit(world.createInput());
    await expect(world.as("marco").approve({ requestId: id, digest: "d" })).rejects.toMatchObject({
      cause: { code: "CONFLICT", says: { values: { status: "PLANNING" } } },
    });
    await world.as("rina").withdraw({ requestId: id, reason: "never mind" });
    await expect(world.as("marco").approve({ requestId: id, digest: "d" })).rejects.toMatchObject({
      cause: { code: "CONFLICT", says: { values: { status: "WITHDRAWN" } } },
    });
  });

  it("happens once when two approve at once", async () => {
    const { requestId, digest } = await world.submitAndPlan(world.createInput());
    const results = await Promise.allSettled([
      world.as("marco").approve({ requestId, digest }),
      world.as("pat").approve({ requestId, digest }),
      world.as("marco").approve({ requestId, digest }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await world.db.run.count({ where: { requestId, kind: "APPLY" } })).toBe(1);
    expect(await world.db.approval.count({ where: { requestId } })).toBe(1);
  });

  it("or withdraw wins, never both", async () => {
    for (let round = 0; round < 6; round++) {
      const { requestId, digest } = await world.submitAndPlan(world.createInput());
      const [approved, withdrawn] = await Promise.allSettled([
        world.as("marco").approve({ requestId, digest }),
        world.as("rina").withdraw({ requestId, reason: "changed my mind" }),
      ]);
      expect([approved.status, withdrawn.status].sort()).toEqual(["fulfilled", "rejected"]);
      const isApproved = approved.status === "fulfilled";
      expect((await requestOf(requestId)).status).toBe(isApproved ? "APPROVED" : "WITHDRAWN");
      expect(await world.db.run.count({ where: { requestId, kind: "APPLY" } })).toBe(isApproved ? 1 : 0);
    }
  });

  it("leaves nothing behind when its transaction cannot be finished", async () => {
    const { requestId, digest } = await world.submitAndPlan(world.createInput({ name: "half-way" }));
    await executeSql(
      world.ownerUrl,
      `ALTER TABLE "AuditEvent" ADD CONSTRAINT stop CHECK ("action" <> 'request.approved') NOT VALID`,
    );
    await expect(world.as("marco").approve({ requestId, digest })).rejects.toMatchObject({
      cause: { code: "INTERNAL" },
    });
    await executeSql(world.ownerUrl, `ALTER TABLE "AuditEvent" DROP CONSTRAINT stop`);
    expect((await requestOf(requestId)).status).toBe("PENDING_APPROVAL");
    expect(await world.db.environment.count({ where: { name: "half-way" } })).toBe(0);
    expect(await world.db.run.count({ where: { requestId, kind: "APPLY" } })).toBe(0);
    expect(await world.db.approval.count({ where: { requestId } })).toBe(0);
  });
});

describe("when the world has moved since the plan", () => {
  const change = (environmentId: string, key: string, cidr: string) => ({
    kind: "CHANGE" as const,
    idempotencyKey: `change-${key}`,
    environmentId,
    baseEnvironmentVersion: 1,
    spec: world.specWith(cidr),
    lifetimeDays: 20,
    reason: "more room",
  });

  it("a changed environment voids the approval, says why, and plans anew on the new version", async () => {
    const { environmentId } = await world.build({ name: "moving", spec: world.specWith("10.220.0.0/16") });
    const first = await world.submitAndPlan(change(environmentId, "one", "10.220.0.0/17"));
    const second = await world.submitAndPlan(change(environmentId, "two", "10.220.0.0/18"));
    const { runId } = await world.as("marco").approve(first);
    expect(await world.db.environment.findUnique({ where: { id: environmentId } })).toMatchObject({
      status: "UPDATING",
      version: 2,
      cidrs: ["10.220.0.0/16", "10.220.0.0/17"],
      spec: { network: { cidr: "10.220.0.0/16" } },
    });
    await expect(world.as("marco").approve(second)).rejects.toMatchObject({
      cause: { code: "CONFLICT", says: { key: "environmentBusy", values: { name: "moving" } } },
    });
    await world.finishRun(runId!, "READY");
    const before = await requestOf(second.requestId);
    await expect(world.as("marco").approve(second)).rejects.toMatchObject({
      cause: { code: "STALE", says: { key: "approvalVoided" } },
    });
    const after = await requestOf(second.requestId);
    expect(after).toMatchObject({ status: "PLANNING", digest: null, baseEnvironmentVersion: 2 });
    expect(after.planRunId).not.toBe(before.planRunId);
    expect(world.woken.at(-1)).toBe(after.planRunId);
    const audit = await world.db.auditEvent.findFirst({
      where: { subjectId: second.requestId, action: "request.approvalVoided" },
    });
    expect(audit).toMatchObject({ reason: null, details: { reason: { key: "trail.changedMeanwhile" } } });
    // The old plan's late answer counts for nothing; the new one is decided on as usual.
    await transaction(world.db, (tx) =>
      recordPlanned(world.deps, tx, { requestId: second.requestId, runId: before.planRunId!, digest: "old" }),
    );
    expect((await requestOf(second.requestId)).status).toBe("PLANNING");
    const digest = await world.plan(second.requestId, "new-digest");
    await world.as("marco").approve({ requestId: second.requestId, digest });
    expect((await world.as("rina").get({ requestId: second.requestId })).specBefore).toMatchObject({
      network: { cidr: "10.220.0.0/17" },
    });
  });

  it("a network stays taken while it is changed and after the change has failed", async () => {
    const { environmentId } = await world.build({
      name: "renumbered",
      spec: world.specWith("10.221.0.0/16"),
    });
    const { requestId, digest } = await world.submitAndPlan(change(environmentId, "three", "10.222.0.0/16"));
    const { runId } = await world.as("marco").approve({ requestId, digest });
    const cidrsTaken = async () => {
      for (const cidr of ["10.221.0.0/16", "10.222.0.0/16"]) {
        const problems = await world.as("rina").check(world.createInput({ spec: world.specWith(cidr) }));
        expect(problems, cidr).toMatchObject([
          { message: { key: "cidrOverlap", values: { name: "renumbered" } } },
        ]);
      }
    };
    await cidrsTaken();
    await world.finishRun(runId!, "FAILED");
    await cidrsTaken();
    // What did not come about is no "before" of what is asked for next.
    const repair = { ...change(environmentId, "four", "10.222.0.0/16"), baseEnvironmentVersion: 2 };
    const next = await world.submitAndPlan(repair);
    await world.as("marco").approve(next);
    expect((await world.as("rina").get({ requestId: next.requestId })).specBefore).toMatchObject({
      network: { cidr: "10.221.0.0/16" },
    });
  });

  it("a network that somebody else has by now is planned anew and then rejected with the reason", async () => {
    const { requestId, digest } = await world.submitAndPlan(
      world.createInput({ name: "late", spec: world.specWith("10.230.0.0/16") }),
    );
    const { environmentId } = await world.build();
    await world.db.environment.update({ where: { id: environmentId }, data: { cidrs: ["10.230.1.0/24"] } });
    await expect(world.as("marco").approve({ requestId, digest })).rejects.toMatchObject({
      cause: { code: "STALE" },
    });
    await world.plan(requestId);
    const { status, closingReason } = await world.as("rina").get({ requestId });
    expect(status).toBe("REJECTED");
    expect(say("en", closingReason!)).toContain("10.230.1.0/24");
  });

  it("an end that was approved destroys, and carries the digest", async () => {
    const { environmentId } = await world.build({ name: "ending" });
    const { requestId, digest } = await world.submitAndPlan({
      kind: "DESTROY",
      idempotencyKey: "end-of-ending",
      environmentId,
      baseEnvironmentVersion: 1,
      typedName: "ending",
      reason: "sale is over",
    });
    const { runId } = await world.as("marco").approve({ requestId, digest });
    expect(await world.db.run.findUnique({ where: { id: runId! } })).toMatchObject({
      kind: "DESTROY",
      digest,
    });
    expect(await world.db.environment.findUnique({ where: { id: environmentId } })).toMatchObject({
      status: "DESTROYING",
    });
  });
});
