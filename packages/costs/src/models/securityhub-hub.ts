import { perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers security checks (usage `monthly_security_checks`) and findings ingested beyond the free ones (`monthly_finding_events`). No
 * source has priced them, so they are listed without a price.
 * Not covered: the tiers of both, automation rules, the Config items that its controls record.
 */
export const securityHubHub: CostModel = {
  type: "AWS::SecurityHub::Hub",
  service: "Security Hub",
  reads: [],
  usageKeys: ["monthly_security_checks", "monthly_finding_events"],
  components: ({ usage }) =>
    (
      [
        ["Security checks", "checks", "monthly_security_checks"],
        ["Finding ingestion events", "events", "monthly_finding_events"],
      ] as const
    ).map(([name, unit, usageKey]) =>
      perUsage({ name, unit, price: null, usageKey, figure: usage.get(usageKey) }),
    ),
};
