import type { ThresholdEffect } from "@greenroom/costs/schema";
import { verbatim } from "@greenroom/messages";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createFixture, type Fixture, PEOPLE } from "../testing/fixture";

let fixture: Fixture;
let teamId: string;
beforeAll(async () => {
  fixture = await createFixture();
  teamId = fixture.people.rina.memberships[0]!.teamId;
});
afterEach(() => fixture.db.$executeRaw`TRUNCATE "Budget" CASCADE`);
afterAll(() => fixture.close());

const setBudget = (monthlyUsd: string, effect: ThresholdEffect, environmentId: string | null = null) =>
  fixture.db.budget.create({
    data: {
      teamId,
      environmentId,
      monthlyUsd,
      thresholds: { create: { kind: "CROSSING", value: "100", effect } },
    },
  });

/** A planned request for an environment of so many dollars a month. */
async function planned(usd: string, input = fixture.createInput(), resources: object[] = []) {
  const { requestId, digest } = await fixture.submitAndPlan(input);
  const { planRunId } = await fixture.db.request.findUniqueOrThrow({ where: { id: requestId } });
  await fixture.db.plan.create({
    data: {
      runId: planRunId!,
      digest,
      blueprintVersion: "1",
      stacks: [],
      changes: [],
      checks: [],
      estimate: {
        ...{
          currency: "USD",
          monthlyUsd: { low: usd, expected: usd, high: usd },
          services: [],
          resources,
        },
        ...{
          freeResourceCount: 0,
          unpricedComponentCount: resources.length,
          staleComponentCount: 0,
          notModelled: [],
        },
        priceBookAsOf: "2026-04-01",
      },
    },
  });
  return { requestId, digest };
}
/** What the team's environments are expected to cost before a test adds to it. */
const expectedUsd = async (): Promise<number> => {
  const rows = await fixture.db.environment.findMany({ where: { teamId, status: { not: "DESTROYED" } } });
  return rows.reduce((sum, row) => sum + Number(row.approvedMonthlyUsd ?? 0), 0);
};
const waitingFor = async (who: "marco" | "pat") =>
  (await fixture.as(who).list({ awaitingMe: true, limit: 100 })).items.map(({ id }) => id);
const alerts = () => fixture.db.budgetAlert.findMany({ orderBy: { raisedAt: "asc" } });

describe("a budget of the team", () => {
  it("that blocks refuses everybody who could approve, and leaves the request to be decided on", async () => {
    await setBudget(String((await expectedUsd()) + 500), "BLOCK");
    const request = await planned("500.01");
    for (const who of ["marco", "pat"] as const)
      await expect(fixture.as(who).approve(request)).rejects.toMatchObject({
        code: "CONFLICT",
        cause: {
          code: "BUDGET_EXCEEDED",
          says: {
            key: "budgetBlocks",
            values: { name: "Box Office", usd: "500.01", limit: "500.00", budget: "500.00" },
          },
        },
      });
    expect(await fixture.db.approval.count({ where: { requestId: request.requestId } })).toBe(0);
    expect(await fixture.db.run.count({ where: { requestId: request.requestId, kind: "APPLY" } })).toBe(0);
    expect(await alerts()).toEqual([]);
    await fixture.db.budget.updateMany({ data: { monthlyUsd: String((await expectedUsd()) + 501) } });
    await fixture.as("marco").approve(request);
  });

  it("says at least, and how much of what has no price, to whoever it refuses and in every list", async () => {
    const attempts = {
      stackKey: "edge-global",
      logicalId: "WebAcl",
      resourceType: "AWS::WAFv2::WebACL",
      service: "WAF",
      coverage: "PRICED",
      components: [
        {
          name: "CAPTCHA attempts",
          unit: "1k attempts",
          monthlyQuantity: { low: "2628", expected: "5256", high: "10512" },
          unitPriceUsd: null,
          monthlyCostUsd: null,
          isUsageBased: true,
          source: null,
          asOf: null,
          isStale: false,
          assumption: verbatim(""),
        },
      ],
    };
    await setBudget(String((await expectedUsd()) + 500), "BLOCK");
    const request = await planned("500.01", fixture.createInput(), [attempts]);
    await expect(fixture.as("marco").approve(request)).rejects.toMatchObject({
      cause: {
        message: expect.stringMatching(
          /to at least \$[\d.,]+ a month \(without a price: CAPTCHA attempts 5,256,000 a month\)/,
        ),
        says: {
          key: "budgetBlocksAtLeast",
          values: { parts: { key: "pricing.leftOut.amount", values: { count: "5,256,000" } } },
        },
      },
    });
    const [row] = (await fixture.as("marco").list({ awaitingMe: false, limit: 1 })).items;
    expect(row).toMatchObject({ id: request.requestId, isCostAtLeast: true, isCostBeforeAtLeast: false });
    await fixture.db.budget.updateMany({ data: { monthlyUsd: String((await expectedUsd()) + 501) } });
    await fixture.as("marco").approve(request);
    const { environmentId } = await fixture.db.request.findUniqueOrThrow({
      where: { id: request.requestId },
    });
    const environment = await fixture.db.environment.findUniqueOrThrow({ where: { id: environmentId! } });
    expect(environment.isCostAtLeast).toBe(true);
    await fixture.db.environment.update({ where: { id: environment.id }, data: { isCostAtLeast: false } });
  });

  it("counts what was approved and is not built yet, also when two approve at once", async () => {
    await setBudget(String((await expectedUsd()) + 500), "BLOCK");
    const elsewhere = fixture.createInput({ cloudAccountId: fixture.accounts[1]!.id });
    const requests = [await planned("300"), await planned("300", elsewhere)];
    const outcomes = await Promise.allSettled(
      requests.map((request) => fixture.as("marco").approve(request)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("that asks for a platform engineer refuses an approver of the team alone, and tells when one has approved", async () => {
    const before = await expectedUsd();
    await setBudget(String(before + 100), "APPROVE");
    const request = await planned("150");
    await expect(fixture.as("marco").approve(request)).rejects.toMatchObject({
      cause: { code: "FORBIDDEN", says: { key: "budgetNeedsEngineer" } },
    });
    await fixture.as("pat").approve(request);
    expect(await alerts()).toMatchObject([
      { trigger: `request:${request.requestId}`, figure: "EXPECTED", effect: "APPROVE" },
    ]);
  });

  it("that blocks offers approval to nobody, and counts in nobody's list of what waits", async () => {
    await setBudget(String((await expectedUsd()) + 500), "BLOCK");
    const { requestId } = await planned("500.01");
    for (const who of ["marco", "pat"] as const) {
      const view = await fixture.as(who).get({ requestId });
      expect(view).toMatchObject({ heldByBudget: "BLOCK", eligibleApprovers: [] });
      expect(view.allowedActions).not.toContain("approve");
      expect(view.allowedActions).toContain("reject");
      expect(await waitingFor(who)).not.toContain(requestId);
    }
    await fixture.db.budget.updateMany({ data: { monthlyUsd: String((await expectedUsd()) + 501) } });
    const view = await fixture.as("marco").get({ requestId });
    expect(view).toMatchObject({ heldByBudget: null, eligibleApprovers: [{ name: "Marco Rossi" }, {}] });
    expect(view.allowedActions).toContain("approve");
    expect(await waitingFor("marco")).toContain(requestId);
  });

  it("that asks for a platform engineer offers approval to them alone", async () => {
    await setBudget(String((await expectedUsd()) + 100), "APPROVE");
    const { requestId } = await planned("150");
    const view = await fixture.as("marco").get({ requestId });
    expect(view).toMatchObject({ heldByBudget: "APPROVE", eligibleApprovers: [{ name: "Pat Kim" }] });
    expect(view.allowedActions).toEqual(["reject"]);
    expect((await fixture.as("pat").get({ requestId })).allowedActions).toContain("approve");
    expect(await waitingFor("marco")).not.toContain(requestId);
    expect(await waitingFor("pat")).toContain(requestId);
  });

  it("that only tells lets the approver approve, and tells once", async () => {
    await setBudget(String((await expectedUsd()) + 100), "NOTIFY");
    await fixture.as("marco").approve(await planned("150"));
    expect(await alerts()).toMatchObject([
      { effect: "NOTIFY", requestName: expect.stringMatching(/^#\d+ shop-/) },
    ]);
  });

  it("leaves four eyes and the teams as they are: nobody passes who could not approve before", async () => {
    await setBudget(String((await expectedUsd()) + 1000), "BLOCK");
    const request = await planned("1");
    const refused: string[] = [];
    for (const who of PEOPLE.filter((name) => name !== "marco" && name !== "pat"))
      await fixture
        .as(who)
        .approve(request)
        .catch(() => refused.push(who));
    expect(refused).toEqual(["rina", "vera", "theo", "aiko"]);
    const own = await fixture.submitAndPlan(
      fixture.createInput({ teamId: fixture.people.rina.memberships[0]!.teamId }),
      "pat",
    );
    await expect(fixture.as("pat").approve(own)).rejects.toMatchObject({
      cause: { says: { key: "ownRequest" } },
    });
  });
});

describe("a budget of an environment", () => {
  it("is held against what a change makes of it, and lets it become cheaper however high it is", async () => {
    const { environmentId } = await fixture.build();
    await fixture.db.environment.update({ where: { id: environmentId }, data: { monthlyCostUsd: "400" } });
    await setBudget("300", "BLOCK", environmentId);
    const change = async (usd: string, cidr: string) => {
      const { version } = await fixture.db.environment.findUniqueOrThrow({ where: { id: environmentId } });
      return planned(usd, {
        ...{
          kind: "CHANGE",
          idempotencyKey: `change-${usd}`,
          environmentId,
          baseEnvironmentVersion: version,
        },
        spec: fixture.specWith(cidr),
        lifetimeDays: 10,
        reason: "resize it",
      } as never);
    };
    const dearer = await change("401", "10.200.0.0/16");
    await expect(fixture.as("marco").approve(dearer)).rejects.toMatchObject({
      cause: { code: "BUDGET_EXCEEDED" },
    });
    await fixture.as("rina").withdraw({ requestId: dearer.requestId, reason: "too dear" });
    await fixture.as("marco").approve(await change("350", "10.201.0.0/16"));
  });
});
