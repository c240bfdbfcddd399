import { Prisma } from "@greenroom/prisma";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, type World } from "./testing/fixture";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const requestOf = (id: string) => world.db.request.findUniqueOrThrow({ where: { id } });

describe("what pages see", () => {
  it("the approver sees what waits for them, without their own", async () => {
    const own = await world.submitAndPlan(world.createInput(), "marco");
    const others = await world.submitAndPlan(world.createInput());
    const ids = (await world.as("marco").list({ awaitingMe: true })).items.map(({ id }) => id);
    expect(ids).toContain(others.requestId);
    expect(ids).not.toContain(own.requestId);
    expect((await world.as("rina").list({ awaitingMe: true })).items).toEqual([]);
    expect((await world.as("aiko").list({})).items).toEqual([]);
    const mine = await world.as("marco").list({ mine: true });
    expect(mine.items.every(({ requester }) => requester.name === "Marco Rossi")).toBe(true);
    const view = await world.as("rina").get({ requestId: others.requestId });
    expect(view.eligibleApprovers.map(({ name }) => name)).toEqual(["Marco Rossi", "Pat Kim"]);
    expect((await world.as("rina").get({ requestId: own.requestId })).eligibleApprovers).toMatchObject([
      { name: "Pat Kim" },
    ]);
  });

  it("pages through requests made at the same instant, each once, with their prices", async () => {
    const { requestId } = await world.submitAndPlan(world.createInput());
    const { planRunId } = await requestOf(requestId);
    const zero = { low: "0", expected: "0", high: "0" };
    const estimate = {
      currency: "USD",
      monthlyUsd: { low: "1", expected: "412.50", high: "900" },
      services: [{ service: "VPC", monthlyUsd: zero }],
      resources: [],
      freeResourceCount: 0,
      unpricedComponentCount: 0,
      staleComponentCount: 0,
      notModelled: [],
      priceBookAsOf: "2026-04-01",
    };
    const stack = {
      key: "network",
      stackName: "greenroom-x-network",
      region: "us-east-1",
      template: JSON.stringify({ Resources: { Vpc: { Type: "AWS::EC2::VPC" } } }),
      templateHash: "h",
      dependsOn: [],
    };
    await world.db.plan.create({
      data: {
        runId: planRunId!,
        digest: "d",
        blueprintVersion: "1",
        stacks: [stack],
        changes: [],
        estimate,
        estimateBefore: Prisma.DbNull,
        checks: [],
      },
    });
    expect((await world.as("rina").get({ requestId })).plan?.stacks).toMatchObject([
      { key: "network", resourceCount: 1, templateBytes: stack.template.length },
    ]);
    const seen = new Map<string, string | null>();
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page = await world.as("pat").list({ limit: 3, cursor });
      for (const item of page.items) {
        expect(seen.has(item.id)).toBe(false);
        seen.set(item.id, item.monthlyCostUsd);
      }
      cursor = page.nextCursor;
      pages++;
    } while (cursor);
    expect(seen.size).toBe(await world.db.request.count());
    expect(pages).toBe(Math.ceil(seen.size / 3));
    expect(seen.get(requestId)).toBe("412.50");
  });

  it("a request of another team does not exist", async () => {
    const { requestId, digest } = await world.submitAndPlan(world.createInput());
    for (const act of [
      () => world.as("aiko").get({ requestId }),
      () => world.as("aiko").approve({ requestId, digest }),
      () => world.as("aiko").reject({ requestId, digest, note: "no way" }),
      () => world.as("aiko").withdraw({ requestId, reason: "no way" }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
