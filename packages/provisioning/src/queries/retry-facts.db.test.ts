import { transaction } from "@greenroom/prisma";
import { testDatabase } from "@greenroom/prisma/testing";
import { expect, it } from "vitest";
import { createRunRows, stackEvent } from "../../testing/run-rows";
import { appendRunEvents } from "../events/run-events";
import { findRetryFacts } from "./retry-facts";

it("the way on follows from what the stacks said last, a rollback that failed before all", async () => {
  const test = await testDatabase();
  const rows = await createRunRows(test.prisma);
  const { runId, environmentId } = await rows.makeRun("APPLY", "UPDATING");
  await test.prisma.environment.update({ where: { id: environmentId }, data: { status: "FAILED" } });
  const say = (stackKey: string, resourceStatus: string) =>
    transaction(test.prisma, (tx) => appendRunEvents(tx, runId, [stackEvent(stackKey, resourceStatus)]));
  const mode = async () =>
    (await findRetryFacts(test.prisma, { id: runId, kind: "APPLY", environmentId })).retryMode;
  expect(await mode()).toBe("RETRY");
  await say("store", "ROLLBACK_COMPLETE");
  expect(await mode()).toBe("CLEAN");
  await say("base", "UPDATE_ROLLBACK_FAILED");
  expect(await mode()).toBe("ROLL_BACK");
  await say("base", "UPDATE_ROLLBACK_COMPLETE");
  expect(await mode()).toBe("CLEAN");
  await test.close();
});
