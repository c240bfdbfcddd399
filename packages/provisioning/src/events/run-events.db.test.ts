import { transaction } from "@greenroom/prisma";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createRunRows, stackEvent } from "../../testing/run-rows";
import { findRetryMode } from "../queries/retry-facts";
import { appendRunEvents, listRunEvents, type RunEventDraft } from "./run-events";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

/** As a Greenroom wrote it that stored no outcome and no phase. */
function ofTheVersionBefore({ at, data }: RunEventDraft): RunEventDraft {
  const { outcome: _, phase: __, ...rest } = data as Extract<typeof data, { kind: "RESOURCE" }>;
  return { at, data: rest as typeof data };
}

it("reads events of the version before: what became of a resource follows from its status", async () => {
  const rows = await createRunRows(test.prisma);
  const { runId, environmentId } = await rows.makeRun("APPLY", "UPDATING");
  const drafts = ["UPDATE_IN_PROGRESS", "UPDATE_ROLLBACK_FAILED"].map((status) => stackEvent("base", status));
  await transaction(test.prisma, (tx) => appendRunEvents(tx, runId, drafts.map(ofTheVersionBefore)));
  const stored = await test.prisma.runEvent.findMany({ where: { runId, kind: "RESOURCE" } });
  expect(stored.flatMap(({ data }) => Object.keys(data as object))).not.toContain("outcome");

  const events = await listRunEvents(test.prisma, runId, 0);
  expect(
    events.flatMap(({ data }) => (data.kind === "RESOURCE" ? [[data.outcome, data.phase]] : [])),
  ).toEqual([
    ["MOVING", "MOVING"],
    ["FAILED", "ROLLBACK_STUCK"],
  ]);
  expect(await findRetryMode(test.prisma, environmentId)).toBe("ROLL_BACK");
});
