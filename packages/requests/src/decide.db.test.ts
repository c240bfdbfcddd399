import { say } from "@greenroom/messages";
import { transaction } from "@greenroom/prisma";
import { executeSql } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFixture, type Fixture } from "../testing/fixture";
import { recordPlanned } from ".";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const requestOf = (id: string) => fixture.db.request.findUniqueOrThrow({ where: { id } });
const actionsOn = async (subjectId: string) =>
  (await fixture.db.auditEvent.findMany({ where: { subjectId }, orderBy: { sequence: "asc" } })).map(
    ({ action }) => action,
  );
describe("approve", () => {
  it("is one transaction: decision, environment, run with the digest, audit; then the worker is woken", async () => {
    const { requestId, digest } = await fixture.submitAndPlan(fixture.createInput({ name: "approved" }));
    const { runId } = await fixture.as("marco").approve({ requestId, digest, note: "go" });
    const request = await requestOf(requestId);
    expect(request).toMatchObject({ status: "APPROVED", digest });
    expect(request.closedAt).not.toBeNull();
    const run = await fixture.db.run.findUniqueOrThrow({ where: { id: runId! } });
    expect(run).toMatchObject({
      kind: "APPLY",
      status: "QUEUED",
      digest,
      environmentId: request.environmentId,
    });
    const environment = await fixture.db.environment.findUniqueOrThrow({ where: { id: run.environmentId! } });
    expect(environment).toMatchObject({
      name: "approved",
      status: "PROVISIONING",
      version: 1,
      ownerId: fixture.people.rina.userId,
      cidrs: request.cidrs,
    });
    expect(await fixture.db.approval.findMany({ where: { requestId } })).toMatchObject([
      { decision: "APPROVED", approverId: fixture.people.marco.userId, digest, note: "go" },
    ]);
    expect(await actionsOn(requestId)).toEqual(["request.submitted", "request.planned", "request.approved"]);
    expect(await actionsOn(environment.id)).toEqual(["environment.created"]);
    expect(await actionsOn(run.id)).toEqual(["run.queued"]);
    expect(fixture.woken.at(-1)).toBe(run.id);
  });

  it("of one's own request is refused, whatever role one has", async () => {
    for (const who of ["marco", "pat"] as const) {
      const input = fixture.createInput({ teamId: fixture.people.marco.memberships[0]!.teamId });
      const { requestId, digest } = await fixture.submitAndPlan(input, who);
      for (const decide of [
        () => fixture.as(who).approve({ requestId, digest }),
        () => fixture.as(who).reject({ requestId, digest, note: "no reason" }),
      ])
        await expect(decide()).rejects.toMatchObject({
          cause: { code: "FORBIDDEN", says: { key: "ownRequest" } },
        });
      expect((await fixture.as(who).get({ requestId })).allowedActions).toEqual(["withdraw"]);
      expect(await fixture.db.approval.count({ where: { requestId } })).toBe(0);
    }
  });

  it("of one's own request is refused by the database too, and so is a wrong name of the requester", async () => {
    const { requestId } = await fixture.submitAndPlan(fixture.createInput());
    const insert = (requesterId: string, approverId: string) => fixture.db.$executeRaw`
      INSERT INTO "Approval" ("id", "requestId", "requesterId", "approverId", "decision", "digest", "note")
      VALUES (gen_random_uuid()::text, ${requestId}, ${requesterId}, ${approverId}, 'APPROVED', 'd', '')`;
    const { rina, marco } = fixture.people;
    await expect(insert(rina.userId, rina.userId)).rejects.toThrow(/four_eyes/);
    await expect(insert(marco.userId, rina.userId)).rejects.toThrow(/foreign key/i);
    await expect(fixture.db.$executeRaw`UPDATE "Approval" SET "approverId" = "requesterId"`).rejects.toThrow(
      /four_eyes/,
    );
  });

  it("covers the digest that was looked at and no other", async () => {
    const { requestId, digest } = await fixture.submitAndPlan(fixture.createInput());
    await expect(fixture.as("marco").approve({ requestId, digest: `${digest}x` })).rejects.toMatchObject({
      cause: { code: "STALE", says: { key: "planMoved" } },
    });
    expect((await requestOf(requestId)).status).toBe("PENDING_APPROVAL");
  });

  it("is refused while planning and after any end", async () => {
    const { id } = await fixture.as("rina").submit(fixture.createInput());
    await expect(fixture.as("marco").approve({ requestId: id, digest: "d" })).rejects.toMatchObject({
      cause: { code: "CONFLICT", says: { values: { status: "PLANNING" } } },
    });
    await fixture.as("rina").withdraw({ requestId: id, reason: "never mind" });
    await expect(fixture.as("marco").approve({ requestId: id, digest: "d" })).rejects.toMatchObject({
      cause: { code: "CONFLICT", says: { values: { status: "WITHDRAWN" } } },
    });
  });

  it("happens once when two approve at once", async () => {
    const { requestId, digest } = await fixture.submitAndPlan(fixture.createInput());
    const results = await Promise.allSettled([
      fixture.as("marco").approve({ requestId, digest }),
      fixture.as("pat").approve({ requestId, digest }),
      fixture.as("marco").approve({ requestId, digest }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await fixture.db.run.count({ where: { requestId, kind: "APPLY" } })).toBe(1);
    expect(await fixture.db.approval.count({ where: { requestId } })).toBe(1);
  });

  it("or withdraw wins, never both", async () => {
    for (let round = 0; round < 6; round++) {
      const { requestId, digest } = await fixture.submitAndPlan(fixture.createInput());
      const [approved, withdrawn] = await Promise.allSettled([
        fixture.as("marco").approve({ requestId, digest }),
        fixture.as("rina").withdraw({ requestId, reason: "changed my mind" }),
      ]);
      expect([approved.status, withdrawn.status].sort()).toEqual(["fulfilled", "rejected"]);
      const isApproved = approved.status === "fulfilled";
      expect((await requestOf(requestId)).status).toBe(isApproved ? "APPROVED" : "WITHDRAWN");
      expect(await fixture.db.run.count({ where: { requestId, kind: "APPLY" } })).toBe(isApproved ? 1 : 0);
    }
  });

  it("leaves nothing behind when its transaction cannot be finished", async () => {
    const { requestId, digest } = await fixture.submitAndPlan(fixture.createInput({ name: "half-way" }));
    await executeSql(
      fixture.ownerUrl,
      `ALTER TABLE "AuditEvent" ADD CONSTRAINT stop CHECK ("action" <> 'request.approved') NOT VALID`,
    );
    await expect(fixture.as("marco").approve({ requestId, digest })).rejects.toMatchObject({
      cause: { code: "INTERNAL" },
    });
    await executeSql(fixture.ownerUrl, `ALTER TABLE "AuditEvent" DROP CONSTRAINT stop`);
    expect((await requestOf(requestId)).status).toBe("PENDING_APPROVAL");
    expect(await fixture.db.environment.count({ where: { name: "half-way" } })).toBe(0);
    expect(await fixture.db.run.count({ where: { requestId, kind: "APPLY" } })).toBe(0);
    expect(await fixture.db.approval.count({ where: { requestId } })).toBe(0);
  });
});

describe("when something has moved since the plan", () => {
  const change = (environmentId: string, key: string, cidr: string) => ({
    kind: "CHANGE" as const,
    idempotencyKey: `change-${key}`,
    environmentId,
    baseEnvironmentVersion: 1,
    spec: fixture.specWith(cidr),
    lifetimeDays: 20,
    reason: "more room",
  });

  it("a changed environment voids the approval, says why, and plans anew on the new version", async () => {
    const { environmentId } = await fixture.build({
      name: "moving",
      spec: fixture.specWith("10.220.0.0/16"),
    });
    const first = await fixture.submitAndPlan(change(environmentId, "one", "10.220.0.0/17"));
    const second = await fixture.submitAndPlan(change(environmentId, "two", "10.220.0.0/18"));
    const { runId } = await fixture.as("marco").approve(first);
    expect(await fixture.db.environment.findUnique({ where: { id: environmentId } })).toMatchObject({
      status: "UPDATING",
      version: 2,
      cidrs: ["10.220.0.0/16", "10.220.0.0/17"],
      spec: { network: { cidr: "10.220.0.0/16" } },
    });
    await expect(fixture.as("marco").approve(second)).rejects.toMatchObject({
      cause: { code: "CONFLICT", says: { key: "environmentBusy", values: { name: "moving" } } },
    });
    await fixture.finishRun(runId!, "READY");
    const before = await requestOf(second.requestId);
    await expect(fixture.as("marco").approve(second)).rejects.toMatchObject({
      cause: { code: "STALE", says: { key: "approvalVoided" } },
    });
    const after = await requestOf(second.requestId);
    expect(after).toMatchObject({ status: "PLANNING", digest: null, baseEnvironmentVersion: 2 });
    expect(after.planRunId).not.toBe(before.planRunId);
    expect(fixture.woken.at(-1)).toBe(after.planRunId);
    const audit = await fixture.db.auditEvent.findFirst({
      where: { subjectId: second.requestId, action: "request.approvalVoided" },
    });
    expect(audit).toMatchObject({ reason: null, details: { reason: { key: "trail.changedMeanwhile" } } });
    // The old plan's late answer counts for nothing; the new one is decided on as usual.
    await transaction(fixture.db, (tx) =>
      recordPlanned(fixture.deps, tx, {
        requestId: second.requestId,
        runId: before.planRunId!,
        digest: "old",
      }),
    );
    expect((await requestOf(second.requestId)).status).toBe("PLANNING");
    const digest = await fixture.plan(second.requestId, "new-digest");
    await fixture.as("marco").approve({ requestId: second.requestId, digest });
    expect((await fixture.as("rina").get({ requestId: second.requestId })).specBefore).toMatchObject({
      network: { cidr: "10.220.0.0/17" },
    });
  });

  it("a network stays taken while it is changed and after the change has failed", async () => {
    const { environmentId } = await fixture.build({
      name: "renumbered",
      spec: fixture.specWith("10.221.0.0/16"),
    });
    const { requestId, digest } = await fixture.submitAndPlan(
      change(environmentId, "three", "10.222.0.0/16"),
    );
    const { runId } = await fixture.as("marco").approve({ requestId, digest });
    const cidrsTaken = async () => {
      for (const cidr of ["10.221.0.0/16", "10.222.0.0/16"]) {
        const problems = await fixture
          .as("rina")
          .check(fixture.createInput({ spec: fixture.specWith(cidr) }));
        expect(problems, cidr).toMatchObject([
          { message: { key: "cidrOverlap", values: { name: "renumbered" } } },
        ]);
      }
    };
    await cidrsTaken();
    await fixture.finishRun(runId!, "FAILED");
    await cidrsTaken();
    // What did not come about is no "before" of what is asked for next.
    const repair = { ...change(environmentId, "four", "10.222.0.0/16"), baseEnvironmentVersion: 2 };
    const next = await fixture.submitAndPlan(repair);
    await fixture.as("marco").approve(next);
    expect((await fixture.as("rina").get({ requestId: next.requestId })).specBefore).toMatchObject({
      network: { cidr: "10.221.0.0/16" },
    });
  });

  it("a network that somebody else has by now is planned anew and then rejected with the reason", async () => {
    const { requestId, digest } = await fixture.submitAndPlan(
      fixture.createInput({ name: "late", spec: fixture.specWith("10.230.0.0/16") }),
    );
    const { environmentId } = await fixture.build();
    await fixture.db.environment.update({ where: { id: environmentId }, data: { cidrs: ["10.230.1.0/24"] } });
    await expect(fixture.as("marco").approve({ requestId, digest })).rejects.toMatchObject({
      cause: { code: "STALE" },
    });
    await fixture.plan(requestId);
    const { status, closingReason } = await fixture.as("rina").get({ requestId });
    expect(status).toBe("REJECTED");
    expect(say("en", closingReason!)).toContain("10.230.1.0/24");
  });

  it("an end that was approved destroys, and carries the digest", async () => {
    const { environmentId } = await fixture.build({ name: "ending" });
    const { requestId, digest } = await fixture.submitAndPlan({
      kind: "DESTROY",
      idempotencyKey: "end-of-ending",
      environmentId,
      baseEnvironmentVersion: 1,
      typedName: "ending",
      reason: "sale is over",
    });
    const { runId } = await fixture.as("marco").approve({ requestId, digest });
    expect(await fixture.db.run.findUnique({ where: { id: runId! } })).toMatchObject({
      kind: "DESTROY",
      digest,
    });
    expect(await fixture.db.environment.findUnique({ where: { id: environmentId } })).toMatchObject({
      status: "DESTROYING",
    });
  });
});
