import { perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers invocations (usage `monthly_requests`). Not covered: the two million an account has free, key value
 * stores.
 */
export const cloudFrontFunction: CostModel = {
  type: "AWS::CloudFront::Function",
  service: "CloudFront",
  reads: [],
  withoutInfluence: "FunctionConfig FunctionMetadata AutoPublish FunctionCode",
  usageKeys: ["monthly_requests"],
  components: ({ usage }) => [
    perUsage({
      name: "Total number of invocations",
      unit: "1M invocations",
      unitSize: 1_000_000,
      price: { service: "AmazonCloudFront", sku: "Functions invocations", region: "global" },
      usageKey: "monthly_requests",
      figure: usage.get("monthly_requests"),
    }),
  ],
};
