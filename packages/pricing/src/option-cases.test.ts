import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { estimateTemplates } from "./estimate-templates";
import { isUnpriced } from "./schema/unpriced";

const CASES = new URL("../../../../shared/cases/estimates/", import.meta.url);
const NOW = new Date("2026-11-30T00:00:00Z");

/** Each resource of a case: what it costs, and what of it is named without a price. */
function priced(name: string, now = NOW) {
  const template = readFileSync(new URL(`${name}.yaml`, CASES), "utf8");
  const { resources, monthlyUsd } = estimateTemplates({
    stacks: [{ key: "s", region: "us-east-1", template }],
    now,
  });
  const each = resources.map(({ logicalId, components, coverage }) => {
    const cents = components.reduce((sum, one) => sum + Number(one.monthlyCostUsd?.expected ?? 0), 0);
    return [
      logicalId,
      {
        coverage,
        usd: cents.toFixed(2),
        unpriced: components.filter(isUnpriced).map((one) => one.name),
        components,
      },
    ] as const;
  });
  return { total: Number(monthlyUsd.expected).toFixed(2), of: Object.fromEntries(each) };
}

describe.skipIf(!existsSync(CASES))("options of public templates that change a price", () => {
  it("Fargate: public addresses and disk are priced, Spot and Windows named", () => {
    const { of } = priced("ecs-fargate-public-spot-windows");
    expect(of.Public?.usd).toBe((360.4 + 36.5).toFixed(2));
    expect(of.Storage?.usd).toBe((360.4 + 81.03).toFixed(2));
    expect(of.Spot?.unpriced).toEqual(["Per GB per hour (Spot)", "Per vCPU per hour (Spot)"]);
    expect(of.Windows?.unpriced).toHaveLength(3);
  });

  it("RDS: a standby pays extended support, a cluster that opted out has none", () => {
    const { of } = priced("rds-multiaz-extended-support");
    const support = (id: string) =>
      of[id]?.components.find(({ name }) => name.startsWith("Extended support"));
    expect(support("Multi")).toMatchObject({
      monthlyQuantity: { expected: "2920" },
      monthlyCostUsd: { expected: "292" },
    });
    expect(support("Single")?.monthlyCostUsd?.expected).toBe("146");
    expect([support("New84"), support("OptOutInstance")]).toEqual([undefined, undefined]);
  });

  it.each(["2025-01-01", "2026-11-30", "2027-01-15"])(
    "Aurora MySQL: the first year's price on %s too",
    (day) => {
      const { of } = priced("aurora-mysql-year3", new Date(day));
      const support = of.I?.components.find(({ name }) => name.startsWith("Extended support"));
      expect(support).toMatchObject({
        name: "Extended support (year 1)",
        monthlyCostUsd: { expected: "146" },
      });
    },
  );

  it("what is free in most forms is charged or named in the others", () => {
    const { of } = priced("free-but-charged");
    expect([of.Client?.usd, of.Filter?.usd]).toEqual(["6.00", "0.30"]);
    expect(of.Export?.components[0]).toMatchObject({ unitPriceUsd: "15", unit: "issuances" });
    expect(of.Poller?.unpriced).toEqual(["Not priced: ProvisionedPollerConfig"]);
    expect(of.Set?.unpriced).toEqual(["Not priced: TemplateBody"]);
  });

  it("what was right stays so", () => {
    const totals = ["asg-zero", "rds-oracle-gp3", "dynamodb-two-scaled", "ebs-io2-tiers"].map(
      (name) => priced(name).total,
    );
    expect(totals).toMatchInlineSnapshot(`
      [
        "98.11",
        "846.96",
        "35.30",
        "2205.00",
      ]
    `);
  });
});
