import { perUsage, perUsageInTiers } from "../components";
import type { CostModel } from "../cost-model";
import type { PriceKey } from "../price-book";

/**
 * Covers security checks in tiers (usage `monthly_security_checks`) and findings ingested beyond the free
 * ones (`monthly_finding_events`). Not covered: automation rules, the Config items that its controls record.
 */
export const securityHubHub: CostModel = {
  type: "AWS::SecurityHub::Hub",
  service: "Security Hub",
  reads: [],
  withoutInfluence: "ControlFindingGenerator EnableDefaultStandards AutoEnableControls",
  usageKeys: ["monthly_security_checks", "monthly_finding_events"],
  components: ({ usage }) => [
    ...perUsageInTiers(
      {
        unit: "checks",
        usageKey: "monthly_security_checks",
        figure: usage.get("monthly_security_checks"),
      },
      [
        { name: "Security checks (first 100K)", upTo: 100_000, price: hub("security checks first 100k") },
        { name: "Security checks (next 400K)", upTo: 500_000, price: hub("security checks next 400k") },
        { name: "Security checks (over 500K)", price: hub("security checks over 500k") },
      ],
    ),
    perUsage({
      name: "Finding ingestion events",
      unit: "events",
      price: hub("finding ingestion events"),
      usageKey: "monthly_finding_events",
      figure: usage.get("monthly_finding_events"),
    }),
  ],
};

function hub(sku: string): PriceKey {
  return { service: "AWSSecurityHub", sku };
}
