import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, TWO_STACKS } from "../../testing/world";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it("writes what a change asked for with its success, and exactly its networks", async () => {
  const world = await createWorld(database.prisma);
  const { environmentId } = await world.build();
  world.templates = { ...TWO_STACKS, base: { resources: { Vpc: "10.9.0.0/16" } } };
  const { requestId, runId: planRunId } = await world.plan("CHANGE", environmentId);
  const before = await world.db.request.findUniqueOrThrow({ where: { id: requestId } });
  const spec = structuredClone(before.spec) as { network: { cidr: string } };
  spec.network.cidr = "10.9.0.0/16";
  await world.db.request.update({ where: { id: requestId }, data: { spec, cidrs: ["10.9.0.0/16"] } });
  await world.drive(planRunId);
  const { runId } = await world.approve(requestId);
  await world.db.environment.update({
    where: { id: environmentId },
    data: { cidrs: ["10.8.0.0/16", "10.9.0.0/16"] },
  });
  expect((await world.drive(runId)).status).toBe("SUCCEEDED");
  expect(await world.db.environment.findUniqueOrThrow({ where: { id: environmentId } })).toMatchObject({
    status: "READY",
    cidrs: ["10.9.0.0/16"],
    spec,
  });
});
