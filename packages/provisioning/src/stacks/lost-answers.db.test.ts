import { AppError } from "@greenroom/errors";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createRunFixture, type RunFixture, TWO_STACKS } from "../../testing/run-fixture";
import type { RetryMode } from "../lifecycle";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const CHANGED = { ...TWO_STACKS, store: { resources: { Table: "provisioned" }, dependsOn: ["base"] } };

async function approved(
  fixture: RunFixture,
  kind: "CREATE" | "CHANGE" | "DESTROY",
  environmentId: string | null = null,
) {
  const { requestId, runId } = await fixture.plan(kind, environmentId);
  await fixture.db.request.update({ where: { id: requestId }, data: { stage: "prod" } });
  await fixture.drive(runId);
  return { requestId, ...(await fixture.approve(requestId)) };
}
async function built(fixture: RunFixture): Promise<string> {
  const { environmentId, runId } = await approved(fixture, "CREATE");
  await fixture.drive(runId);
  return environmentId;
}
async function changing(fixture: RunFixture) {
  const environmentId = await built(fixture);
  fixture.templates = CHANGED;
  return approved(fixture, "CHANGE", environmentId);
}
/** A run that failed, and what is queued after it. */
async function afterFailure(
  fixture: RunFixture,
  failing: Awaited<ReturnType<typeof approved>>,
  mode: RetryMode,
) {
  const { digest } = await fixture.drive(failing.runId);
  const { requestId, environmentId } = failing;
  const kind = (await fixture.db.run.findUniqueOrThrow({ where: { id: failing.runId } })).kind;
  return { ...failing, runId: await fixture.queue(kind, requestId, environmentId, digest, mode) };
}
/** Somebody cancels as soon as this operation is accepted. */
const cancelAt = (fixture: RunFixture, runId: string, operation: string) => {
  fixture.cloud.slowness = 5;
  return async (accepted: string) => {
    if (!accepted.startsWith(operation)) return;
    await fixture.db.run.update({ where: { id: runId }, data: { cancelRequestedAt: new Date() } });
  };
};

type Scenario = (fixture: RunFixture) => Promise<{
  runId: string;
  environmentId: string;
  onAccepted?: (operation: string) => Promise<void>;
}>;

/** Every kind of effect that a run has on the cloud. */
const SCENARIOS: Record<string, Scenario> = {
  "a build": (fixture) => approved(fixture, "CREATE"),
  "a change that leaves a stack as it is": changing,
  "a deletion": async (fixture) => approved(fixture, "DESTROY", await built(fixture)),
  "a deletion that failed before": async (fixture) => {
    const destroying = await approved(fixture, "DESTROY", await built(fixture));
    fixture.cloud.failing.set("Table", "It is in use.");
    return afterFailure(fixture, destroying, "RETRY");
  },
  "clean and retry": async (fixture) => {
    fixture.cloud.failing.set("Table", "Limit exceeded.");
    return afterFailure(fixture, await approved(fixture, "CREATE"), "CLEAN");
  },
  "a rollback that is gone on with": async (fixture) => {
    const change = await changing(fixture);
    fixture.cloud.failing.set("Table", "No such capacity.");
    fixture.cloud.stuck.set("Table", "It was deleted by hand.");
    return afterFailure(fixture, change, "ROLL_BACK");
  },
  "a change that goes beyond what was approved": async (fixture) => {
    const change = await changing(fixture);
    fixture.cloud.surprise = [{ logicalId: "Other", resourceType: "AWS::X::Y", action: "DELETE" }];
    return change;
  },
  ...Object.fromEntries(
    ["change-set", "execute"].flatMap((operation) => [
      [
        `a build that is cancelled at ${operation}`,
        async (fixture: RunFixture) => {
          const build = await approved(fixture, "CREATE");
          return { ...build, onAccepted: cancelAt(fixture, build.runId, operation) };
        },
      ],
      [
        `a change that is cancelled at ${operation}`,
        async (fixture: RunFixture) => {
          const change = await changing(fixture);
          return { ...change, onAccepted: cancelAt(fixture, change.runId, operation) };
        },
      ],
    ]),
  ),
};

async function carryOut(scenario: Scenario, areAnswersLost: boolean) {
  const fixture = await createRunFixture(database.prisma);
  const { runId, environmentId, onAccepted } = await scenario(fixture);
  fixture.cloud.ledger.length = 0;
  const lost = new Set<string>();
  fixture.cloud.onAccepted = async (operation) => {
    await onAccepted?.(operation);
    if (!areAnswersLost || lost.has(operation)) return;
    lost.add(operation);
    throw new AppError("cloud.away", { operation: "ExecuteChangeSet", awsMessage: "The answer was lost." });
  };
  const { status } = await fixture.drive(runId);
  const environment = await fixture.db.environment.findUniqueOrThrow({ where: { id: environmentId } });
  const ledger = fixture.cloud.ledger.map((line) => line.replace(`greenroom-${fixture.name}-`, ""));
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
