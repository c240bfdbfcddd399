import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createRunFixture, TWO_STACKS } from "../../testing/run-fixture";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it("writes what a change asked for with its success, and exactly its networks", async () => {
  const fixture = await createRunFixture(database.prisma);
  const { environmentId } = await fixture.build();
  fixture.templates = { ...TWO_STACKS, base: { resources: { Vpc: "10.9.0.0/16" } } };
  const { requestId, runId: planRunId } = await fixture.plan("CHANGE", environmentId);
  const before = await fixture.db.request.findUniqueOrThrow({ where: { id: requestId } });
  const spec = structuredClone(before.spec) as { network: { cidr: string } };
  spec.network.cidr = "10.9.0.0/16";
  await fixture.db.request.update({ where: { id: requestId }, data: { spec, cidrs: ["10.9.0.0/16"] } });
  await fixture.drive(planRunId);
  const { runId } = await fixture.approve(requestId);
  await fixture.db.environment.update({
    where: { id: environmentId },
    data: { cidrs: ["10.8.0.0/16", "10.9.0.0/16"] },
  });
  expect((await fixture.drive(runId)).status).toBe("SUCCEEDED");
  expect(await fixture.db.environment.findUniqueOrThrow({ where: { id: environmentId } })).toMatchObject({
    status: "READY",
    cidrs: ["10.9.0.0/16"],
    spec,
  });
});
