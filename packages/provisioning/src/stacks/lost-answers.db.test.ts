import { AppError } from "@greenroom/errors";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, TWO_STACKS, type World } from "../../testing/world";
import type { RetryMode } from "../lifecycle";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const CHANGED = { ...TWO_STACKS, store: { resources: { Table: "provisioned" }, dependsOn: ["base"] } };

async function approved(
  world: World,
  kind: "CREATE" | "CHANGE" | "DESTROY",
  environmentId: string | null = null,
) {
  const { requestId, runId } = await world.plan(kind, environmentId);
  await world.db.request.update({ where: { id: requestId }, data: { stage: "prod" } });
  await world.drive(runId);
  return { requestId, ...(await world.approve(requestId)) };
}
async function built(world: World): Promise<string> {
  const { environmentId, runId } = await approved(world, "CREATE");
  await world.drive(runId);
  return environmentId;
}
async function changing(world: World) {
  const environmentId = await built(world);
  world.templates = CHANGED;
  return approved(world, "CHANGE", environmentId);
}
/** A run that failed, and what is queued after it. */
async function afterFailure(world: World, failing: Awaited<ReturnType<typeof approved>>, mode: RetryMode) {
  const { digest } = await world.drive(failing.runId);
  const { requestId, environmentId } = failing;
  const kind = (await world.db.run.findUniqueOrThrow({ where: { id: failing.runId } })).kind;
  return { ...failing, runId: await world.queue(kind, requestId, environmentId, digest, mode) };
}
/** Somebody cancels as soon as this operation is accepted. */
const cancelAt = (world: World, runId: string, operation: string) => {
  world.cloud.slowness = 5;
  return async (accepted: string) => {
    if (!accepted.startsWith(operation)) return;
    await world.db.run.update({ where: { id: runId }, data: { cancelRequestedAt: new Date() } });
  };
};

type Scenario = (world: World) => Promise<{
  runId: string;
  environmentId: string;
  onAccepted?: (operation: string) => Promise<void>;
}>;

/** Every kind of effect that a run has on the cloud. */
const SCENARIOS: Record<string, Scenario> = {
  "a build": (world) => approved(world, "CREATE"),
  "a change that leaves a stack as it is": changing,
  "a deletion": async (world) => approved(world, "DESTROY", await built(world)),
  "a deletion that failed before": async (world) => {
    const destroying = await approved(world, "DESTROY", await built(world));
    world.cloud.failing.set("Table", "It is in use.");
    return afterFailure(world, destroying, "RETRY");
  },
  "clean and retry": async (world) => {
    world.cloud.failing.set("Table", "Limit exceeded.");
    return afterFailure(world, await approved(world, "CREATE"), "CLEAN");
  },
  "a rollback that is gone on with": async (world) => {
    const change = await changing(world);
    world.cloud.failing.set("Table", "No such capacity.");
    world.cloud.stuck.set("Table", "It was deleted by hand.");
    return afterFailure(world, change, "ROLL_BACK");
  },
  "a change that goes beyond what was approved": async (world) => {
    const change = await changing(world);
    world.cloud.surprise = [{ logicalId: "Other", resourceType: "AWS::X::Y", action: "DELETE" }];
    return change;
  },
  ...Object.fromEntries(
    ["change-set", "execute"].flatMap((operation) => [
      [
        `a build that is cancelled at ${operation}`,
        async (world: World) => {
          const build = await approved(world, "CREATE");
          return { ...build, onAccepted: cancelAt(world, build.runId, operation) };
        },
      ],
      [
        `a change that is cancelled at ${operation}`,
        async (world: World) => {
          const change = await changing(world);
          return { ...change, onAccepted: cancelAt(world, change.runId, operation) };
        },
      ],
    ]),
  ),
};

async function carryOut(scenario: Scenario, areAnswersLost: boolean) {
  const world = await createWorld(database.prisma);
  const { runId, environmentId, onAccepted } = await scenario(world);
  world.cloud.ledger.length = 0;
  const lost = new Set<string>();
  world.cloud.onAccepted = async (operation) => {
    await onAccepted?.(operation);
    if (!areAnswersLost || lost.has(operation)) return;
    lost.add(operation);
    throw new AppError("cloud.away", { operation: "ExecuteChangeSet", awsMessage: "The answer was lost." });
  };
  const { status } = await world.drive(runId);
  const environment = await world.db.environment.findUniqueOrThrow({ where: { id: environmentId } });
  const ledger = world.cloud.ledger.map((line) => line.replace(`greenroom-${world.name}-`, ""));
  return { run: status, environment: environment.status, ledger };
}

it.each(Object.entries(SCENARIOS))(
  "%s: what is done once is done once, also when each answer is lost",
  async (_, scenario) => {
    const plain = await carryOut(scenario, false);
    expect(await carryOut(scenario, true)).toEqual(plain);
    expect(plain.ledger).not.toEqual([]);
    expect(new Set(plain.ledger).size).toBe(plain.ledger.length);
  },
);
