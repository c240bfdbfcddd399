import { Prisma } from "@greenroom/prisma";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFixture, type Fixture } from "../testing/fixture";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const requestOf = (id: string) => fixture.db.request.findUniqueOrThrow({ where: { id } });

describe("what pages see", () => {
  it("the approver sees what waits for them, without their own", async () => {
    const own = await fixture.submitAndPlan(fixture.createInput(), "marco");
    const others = await fixture.submitAndPlan(fixture.createInput());
    const ids = (await fixture.as("marco").list({ awaitingMe: true })).items.map(({ id }) => id);
    expect(ids).toContain(others.requestId);
    expect(ids).not.toContain(own.requestId);
    expect((await fixture.as("rina").list({ awaitingMe: true })).items).toEqual([]);
    expect((await fixture.as("aiko").list({})).items).toEqual([]);
    const mine = await fixture.as("marco").list({ mine: true });
    expect(mine.items.every(({ requester }) => requester.name === "Marco Rossi")).toBe(true);
    const view = await fixture.as("rina").get({ requestId: others.requestId });
    expect(view.eligibleApprovers.map(({ name }) => name)).toEqual(["Marco Rossi", "Pat Kim"]);
    expect((await fixture.as("rina").get({ requestId: own.requestId })).eligibleApprovers).toMatchObject([
      { name: "Pat Kim" },
    ]);
  });

  it("pages through requests made at the same instant, each once, with their prices", async () => {
    const { requestId } = await fixture.submitAndPlan(fixture.createInput());
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
    await fixture.db.plan.create({
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
    expect((await fixture.as("rina").get({ requestId })).plan?.stacks).toMatchObject([
      { key: "network", resourceCount: 1, templateBytes: stack.template.length },
    ]);
    const seen = new Map<string, string | null>();
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page = await fixture.as("pat").list({ limit: 3, cursor });
      for (const item of page.items) {
        expect(seen.has(item.id)).toBe(false);
        seen.set(item.id, item.monthlyCostUsd);
      }
      cursor = page.nextCursor;
      pages++;
    } while (cursor);
    expect(seen.size).toBe(await fixture.db.request.count());
    expect(pages).toBe(Math.ceil(seen.size / 3));
    expect(seen.get(requestId)).toBe("412.50");
  });

  it("a request of another team does not exist", async () => {
    const { requestId, digest } = await fixture.submitAndPlan(fixture.createInput());
    for (const act of [
      () => fixture.as("aiko").get({ requestId }),
      () => fixture.as("aiko").approve({ requestId, digest }),
      () => fixture.as("aiko").reject({ requestId, digest, note: "no way" }),
      () => fixture.as("aiko").withdraw({ requestId, reason: "no way" }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
