import { say, verbatim } from "@greenroom/messages";
import { transaction } from "@greenroom/prisma";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFixture, type Fixture } from "../testing/fixture";
import { expireRequests, recordPlanFailed } from ".";

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
const planFailure = {
  code: "TEMPLATE_INVALID",
  message: verbatim("The network is too small."),
  remedy: verbatim("Choose a larger one."),
  stackKey: null,
  logicalId: null,
  resourceType: null,
};

describe("reject, withdraw, fail and expire", () => {
  it("a rejection closes the request with its note", async () => {
    const { requestId, digest } = await fixture.submitAndPlan(fixture.createInput({ name: "rejected" }));
    await expect(fixture.as("marco").reject({ requestId, digest, note: "" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    await fixture.as("marco").reject({ requestId, digest, note: "too expensive" });
    const view = await fixture.as("rina").get({ requestId });
    expect(view).toMatchObject({
      status: "REJECTED",
      closingReason: verbatim("too expensive"),
      allowedActions: [],
    });
    expect(view.approvals).toMatchObject([{ decision: "REJECTED", approver: { name: "Marco Rossi" } }]);
    // The name is free again.
    await fixture.as("rina").submit(fixture.createInput({ name: "rejected" }));
  });

  it("a withdrawal ends a plan nobody has begun, and asks one at work to stop", async () => {
    const queued = await fixture.as("rina").submit(fixture.createInput());
    await fixture.as("rina").withdraw({ requestId: queued.id, reason: "never mind" });
    const planOf = async (id: string) =>
      fixture.db.run.findUniqueOrThrow({ where: { id: (await requestOf(id)).planRunId! } });
    expect(await planOf(queued.id)).toMatchObject({ status: "CANCELLED" });

    const running = await fixture.as("rina").submit(fixture.createInput());
    const plan = await planOf(running.id);
    await fixture.db.run.update({ where: { id: plan.id }, data: { status: "RUNNING" } });
    await fixture.as("pat").withdraw({ requestId: running.id, reason: "not today" });
    expect(await planOf(running.id)).toMatchObject({
      status: "RUNNING",
      cancelRequestedBy: fixture.people.pat.userId,
    });
    expect(fixture.woken.at(-1)).toBe(plan.id);
    await expect(
      fixture.as("rina").withdraw({ requestId: running.id, reason: "again" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    // What the worker says afterwards changes nothing.
    await transaction(fixture.db, (tx) =>
      recordPlanFailed(fixture.deps, tx, { requestId: running.id, runId: plan.id, failure: planFailure }),
    );
    expect((await requestOf(running.id)).status).toBe("WITHDRAWN");
  });

  it("a failed plan rejects the request with Greenroom's reason", async () => {
    const { id } = await fixture.as("rina").submit(fixture.createInput());
    const { planRunId } = await requestOf(id);
    await transaction(fixture.db, (tx) =>
      recordPlanFailed(fixture.deps, tx, { requestId: id, runId: planRunId!, failure: planFailure }),
    );
    const view = await fixture.as("rina").get({ requestId: id });
    expect(view).toMatchObject({ status: "REJECTED", closingReason: { key: "trail.planFailed" } });
    expect(say("en", view.closingReason!)).toBe("The network is too small. Choose a larger one.");
    expect(await actionsOn(id)).toEqual(["request.submitted", "request.planFailed"]);
  });

  it("two weeks without a decision expire it, a day less does not", async () => {
    const { requestId } = await fixture.submitAndPlan(fixture.createInput());
    fixture.passDays(13.9);
    expect(await expireRequests(fixture.deps)).toBe(0);
    fixture.passDays(0.2);
    const younger = await fixture.submitAndPlan(fixture.createInput());
    expect(await expireRequests(fixture.deps)).toBeGreaterThanOrEqual(1);
    expect(await requestOf(requestId)).toMatchObject({ status: "EXPIRED" });
    expect((await requestOf(younger.requestId)).status).toBe("PENDING_APPROVAL");
    expect(await expireRequests(fixture.deps)).toBe(0);
  });
});
