import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRunFixture, type RunFixture, TWO_STACKS } from "../../testing/run-fixture";

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
const environmentOf = (id: string) =>
  fixture.db.environment.findUniqueOrThrow({
    where: { id },
    include: { stacks: { orderBy: { position: "asc" } } },
  });
const operations = () => fixture.cloud.ledger.map((line) => line.replace(`greenroom-${fixture.name}-`, ""));
const cancel = (runId: string) =>
  fixture.db.run.update({
    where: { id: runId },
    data: { cancelRequestedAt: new Date(), wakeAt: new Date(0) },
  });

describe("cancelling", () => {
  async function approved() {
    const { requestId, runId } = await fixture.plan("CREATE");
    await fixture.drive(runId);
    return fixture.approve(requestId);
  }

  it("ends a run that has not begun at once", async () => {
    const { runId, environmentId } = await approved();
    await cancel(runId);
    expect((await fixture.drive(runId)).status).toBe("CANCELLED");
    expect(operations()).toEqual([]);
    expect((await environmentOf(environmentId)).status).toBe("DESTROYED");
  });

  it("deletes a stack that is being created, and keeps what was finished before", async () => {
    const { runId, environmentId } = await approved();
    fixture.cloud.slowness = 5;
    fixture.cloud.onAccepted = async (operation) => {
      if (operation.startsWith("execute") && operation.endsWith("store")) await cancel(runId);
    };
    expect((await fixture.drive(runId)).status).toBe("CANCELLED");
    expect(operations().at(-1)).toBe("delete store");
    const environment = await environmentOf(environmentId);
    expect(environment.status).toBe("FAILED");
    expect(environment.stacks.map(({ key }) => key)).toEqual(["base"]);
  });

  it("leaves nothing of a first stack that was being created", async () => {
    const { runId, environmentId } = await approved();
    fixture.cloud.slowness = 5;
    fixture.cloud.onAccepted = async (operation) => {
      if (operation.startsWith("execute")) await cancel(runId);
    };
    expect((await fixture.drive(runId)).status).toBe("CANCELLED");
    expect((await environmentOf(environmentId)).status).toBe("DESTROYED");
    expect(await stepsOf(runId)).toMatchObject({ "apply-base": "CANCELLED", "apply-store": "CANCELLED" });
  });

  it("throws a change set away that was not executed", async () => {
    const { runId } = await approved();
    fixture.cloud.onAccepted = async (operation) => {
      if (operation.startsWith("change-set")) await cancel(runId);
    };
    expect((await fixture.drive(runId)).status).toBe("CANCELLED");
    expect(operations()).toEqual(["change-set base", "delete base"]);
  });

  it("leaves an environment READY as before when its one update was rolled back", async () => {
    const { environmentId } = await fixture.build();
    const before = await environmentOf(environmentId);
    fixture.templates = { ...TWO_STACKS, base: { resources: { Vpc: "10.9.0.0/16" } } };
    const { requestId, runId: planRunId } = await fixture.plan("CHANGE", environmentId);
    await fixture.drive(planRunId);
    const { runId } = await fixture.approve(requestId);
    await fixture.db.environment.update({ where: { id: environmentId }, data: { cidrs: ["10.8.0.0/16"] } });
    fixture.cloud.slowness = 5;
    fixture.cloud.onAccepted = async (operation) => {
      if (operation.startsWith("execute")) await cancel(runId);
    };
    expect((await fixture.drive(runId)).status).toBe("CANCELLED");
    expect(operations().at(-1)).toBe("cancel base");
    expect(await environmentOf(environmentId)).toMatchObject({ status: "READY", cidrs: before.cidrs });
  });

  it("leaves it FAILED when a stack before that one was changed, or the rollback failed", async () => {
    for (const what of ["changed", "stuck"] as const) {
      fixture = await createRunFixture(database.prisma);
      const { environmentId } = await fixture.build();
      fixture.templates = {
        base: { resources: { Vpc: "10.9.0.0/16" } },
        store: { resources: { Table: "provisioned" }, dependsOn: ["base"] },
      };
      const { requestId, runId: planRunId } = await fixture.plan("CHANGE", environmentId);
      await fixture.drive(planRunId);
      const { runId } = await fixture.approve(requestId);
      fixture.cloud.slowness = 5;
      if (what === "stuck") fixture.cloud.stuck.set("Vpc", "Somebody deleted it.");
      fixture.cloud.onAccepted = async (operation) => {
        if (operation.startsWith("execute") && operation.endsWith(what === "stuck" ? "base" : "store"))
          await cancel(runId);
      };
      expect((await fixture.drive(runId)).status).toBe(what === "stuck" ? "FAILED" : "CANCELLED");
      expect((await environmentOf(environmentId)).status).toBe("FAILED");
    }
  });

  it("leaves an environment as it was when no change of it was executed", async () => {
    const { environmentId } = await fixture.build();
    const before = await environmentOf(environmentId);
    fixture.templates = { ...TWO_STACKS, base: { resources: { Vpc: "10.9.0.0/16" } } };
    for (const when of ["claimed", "change-set", "destroy"] as const) {
      const { requestId, runId: planRunId } = await fixture.plan(
        when === "destroy" ? "DESTROY" : "CHANGE",
        environmentId,
      );
      await fixture.drive(planRunId);
      const { runId } = await fixture.approve(requestId);
      await fixture.db.environment.update({ where: { id: environmentId }, data: { cidrs: ["10.8.0.0/16"] } });
      if (when === "change-set") {
        fixture.cloud.onAccepted = async (operation) => {
          if (operation.startsWith("change-set")) await cancel(runId);
        };
      } else await cancel(runId);
      expect((await fixture.drive(runId)).status).toBe("CANCELLED");
      const { status, spec, cidrs, stacks } = await environmentOf(environmentId);
      expect({ status, spec, cidrs }, when).toEqual({
        status: "READY",
        spec: before.spec,
        cidrs: before.cidrs,
      });
      expect(stacks.map(({ key }) => key)).toEqual(["base", "store"]);
    }
  });

  it("stops a destroy before the next stack", async () => {
    const { environmentId } = await fixture.build();
    const { requestId, runId: planRunId } = await fixture.plan("DESTROY", environmentId);
    await fixture.drive(planRunId);
    const { runId } = await fixture.approve(requestId);
    fixture.cloud.onAccepted = async (operation) => {
      if (operation.startsWith("delete")) await cancel(runId);
    };
    expect((await fixture.drive(runId)).status).toBe("CANCELLED");
    const environment = await environmentOf(environmentId);
    expect(environment.status).toBe("FAILED");
    expect(environment.stacks.map(({ key }) => key)).toEqual(["base"]);
  });
});
