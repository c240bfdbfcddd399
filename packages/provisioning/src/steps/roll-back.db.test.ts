import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createRunFixture, type RunFixture, TWO_STACKS } from "../../testing/run-fixture";
import { sayFailure } from "../../testing/run-rows";
import { findRetryFacts } from "../queries/retry-facts";

let database: TestDatabase;
let fixture: RunFixture;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  fixture = await createRunFixture(database.prisma);
});

const statusOf = async (id: string) =>
  (await fixture.db.environment.findUniqueOrThrow({ where: { id } })).status;
const factsOf = (runId: string, environmentId: string) =>
  findRetryFacts(fixture.db, { id: runId, kind: "APPLY", environmentId });

/** A change of these stacks of which the last fails, and cannot be rolled back. */
async function stuckChange(changed: readonly ("base" | "store")[]) {
  const { environmentId } = await fixture.build();
  fixture.templates = {
    base: changed.includes("base") ? { resources: { Vpc: "10.9.0.0/16" } } : TWO_STACKS.base!,
    store: { resources: { Table: "provisioned" }, dependsOn: ["base"] },
  };
  const { requestId, runId: planRunId } = await fixture.plan("CHANGE", environmentId);
  await fixture.drive(planRunId);
  const { runId } = await fixture.approve(requestId);
  fixture.cloud.failing.set("Table", "No such capacity.");
  fixture.cloud.stuck.set("Table", "Somebody deleted the table.");
  const failed = await fixture.drive(runId);
  const goOn = (mode: "ROLL_BACK" | "RETRY") =>
    fixture.queue("APPLY", requestId, environmentId, failed.digest, mode);
  return { environmentId, runId, failed, goOn };
}

it("says what is true of a rollback that failed, and what to do", async () => {
  const { runId, environmentId, failed } = await stuckChange(["store"]);
  const text = sayFailure(failed.failure);
  expect(text).toContain("so did its rollback: Somebody deleted the table.");
  expect(text).toContain("Continue the rollback");
  expect(text).not.toMatch(/was rolled back to/);
  expect(failed.failure).toMatchObject({ logicalId: "Table", stackKey: "store" });
  expect(await factsOf(runId, environmentId)).toEqual({ isLatest: true, retryMode: "ROLL_BACK" });
});

it("goes on with it, and the environment is READY as before", async () => {
  const { environmentId, goOn } = await stuckChange(["store"]);
  fixture.cloud.ledger.length = 0;
  expect((await fixture.drive(await goOn("ROLL_BACK"))).status).toBe("SUCCEEDED");
  expect(fixture.cloud.ledger).toEqual([`continue-rollback greenroom-${fixture.name}-store`]);
  expect(await statusOf(environmentId)).toBe("READY");
});

it("can be gone on with again when it fails again", async () => {
  const { environmentId, goOn } = await stuckChange(["store"]);
  fixture.cloud.stuck.set("Table", "It is still not there.");
  const again = await goOn("ROLL_BACK");
  expect(sayFailure((await fixture.drive(again)).failure)).toContain("It is still not there.");
  expect(await factsOf(again, environmentId)).toEqual({ isLatest: true, retryMode: "ROLL_BACK" });
  expect((await fixture.drive(await goOn("ROLL_BACK"))).status).toBe("SUCCEEDED");
  expect(await statusOf(environmentId)).toBe("READY");
});

it("leaves the environment FAILED, to be retried, when another stack was changed", async () => {
  const { environmentId, goOn } = await stuckChange(["base", "store"]);
  const rolledBack = await goOn("ROLL_BACK");
  expect((await fixture.drive(rolledBack)).status).toBe("SUCCEEDED");
  expect(await statusOf(environmentId)).toBe("FAILED");
  expect(await factsOf(rolledBack, environmentId)).toEqual({ isLatest: true, retryMode: "RETRY" });
  expect((await fixture.drive(await goOn("RETRY"))).status).toBe("SUCCEEDED");
  expect(await statusOf(environmentId)).toBe("READY");
});
