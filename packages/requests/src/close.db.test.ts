import { say, verbatim } from "@greenroom/messages";
import { transaction } from "@greenroom/prisma";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expireRequests, recordPlanFailed } from ".";
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
    const { requestId, digest } = await world.submitAndPlan(world.createInput({ name: "rejected" }));
    await expect(world.as("marco").reject({ requestId, digest, note: "" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    await world.as("marco").reject({ requestId, digest, note: "too expensive" });
    const view = await world.as("rina").get({ requestId });
    expect(view).toMatchObject({
      status: "REJECTED",
      closingReason: verbatim("too expensive"),
      allowedActions: [],
    });
    expect(view.approvals).toMatchObject([{ decision: "REJECTED", approver: { name: "Marco Rossi" } }]);
    // The name is free again.
    await world.as("rina").submit(world.createInput({ name: "rejected" }));
  });

  it("a withdrawal ends a plan nobody has begun, and asks one at work to stop", async () => {
    const queued = await world.as("rina").submit(world.createInput());
    await world.as("rina").withdraw({ requestId: queued.id, reason: "never mind" });
    const planOf = async (id: string) =>
      world.db.run.findUniqueOrThrow({ where: { id: (await requestOf(id)).planRunId! } });
    expect(await planOf(queued.id)).toMatchObject({ status: "CANCELLED" });

    const running = await world.as("rina").submit(world.createInput());
    const plan = await planOf(running.id);
    await world.db.run.update({ where: { id: plan.id }, data: { status: "RUNNING" } });
    await world.as("pat").withdraw({ requestId: running.id, reason: "not today" });
    expect(await planOf(running.id)).toMatchObject({
      status: "RUNNING",
      cancelRequestedBy: world.people.pat.userId,
    });
    expect(world.woken.at(-1)).toBe(plan.id);
    await expect(world.as("rina").withdraw({ requestId: running.id, reason: "again" })).rejects.toMatchObject(
      { code: "CONFLICT" },
    );
    // What the worker says afterwards changes nothing.
    await transaction(world.db, (tx) =>
      recordPlanFailed(world.deps, tx, { requestId: running.id, runId: plan.id, failure: planFailure }),
    );
    expect((await requestOf(running.id)).status).toBe("WITHDRAWN");
  });

  it("a failed plan rejects the request with Greenroom's reason", async () => {
    const { id } = await world.as("rina").submit(world.createInput());
    const { planRunId } = await requestOf(id);
    await transaction(world.db, (tx) =>
      recordPlanFailed(world.deps, tx, { requestId: id, runId: planRunId!, failure: planFailure }),
    );
    const view = await world.as("rina").get({ requestId: id });
    expect(view).toMatchObject({ status: "REJECTED", closingReason: { key: "trail.planFailed" } });
    expect(say("en", view.closingReason!)).toBe("The network is too small. Choose a larger one.");
    expect(await actionsOn(id)).toEqual(["request.submitted", "request.planFailed"]);
  });

  it("two weeks without a decision expire it, a day less does not", async () => {
    const { requestId } = await world.submitAndPlan(world.createInput());
    world.passDays(13.9);
    expect(await expireRequests(world.deps)).toBe(0);
    world.passDays(0.2);
    const younger = await world.submitAndPlan(world.createInput());
    expect(await expireRequests(world.deps)).toBeGreaterThanOrEqual(1);
    expect(await requestOf(requestId)).toMatchObject({ status: "EXPIRED" });
    expect((await requestOf(younger.requestId)).status).toBe("PENDING_APPROVAL");
    expect(await expireRequests(world.deps)).toBe(0);
  });
});
