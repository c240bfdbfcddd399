import { perMonth } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers the dashboard's month. Not covered: the three that an account has free, API calls that draw it
 * elsewhere.
 */
export const cloudWatchDashboard: CostModel = {
  type: "AWS::CloudWatch::Dashboard",
  service: "CloudWatch",
  reads: [],
  withoutInfluence: "DashboardBody",
  usageKeys: [],
  components: () => [
    perMonth({
      name: "Dashboard",
      unit: "months",
      price: { service: "AmazonCloudWatch", sku: "dashboard", region: "global" },
    }),
  ],
};
