import { perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers requests (usage `monthly_requests`): events that pass the pipe's filter, in chunks of 64 KB.
 * Not covered: what source, enrichment and target cost by themselves, and the log that a pipe may write.
 * https://aws.amazon.com/eventbridge/pricing/
 */
export const pipesPipe: CostModel = {
  type: "AWS::Pipes::Pipe",
  service: "EventBridge",
  reads: [],
  withoutInfluence:
    "DesiredState Source SourceParameters Enrichment EnrichmentParameters Target TargetParameters LogConfiguration KmsKeyIdentifier",
  usageKeys: ["monthly_requests"],
  components: ({ usage }) => [
    perUsage({
      name: "Requests",
      unit: "1M requests",
      unitSize: 1_000_000,
      price: { service: "AmazonEventBridge", sku: "Pipes requests (64 KB chunks)" },
      usageKey: "monthly_requests",
      figure: usage.get("monthly_requests"),
    }),
  ],
};
