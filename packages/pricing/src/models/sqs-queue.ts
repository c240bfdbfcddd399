import { combine, perUsage } from "../components";
import type { CostModel } from "../cost-model";
import { exactly } from "../ranges";

/** SQS counts each 64 KB of a payload as one request (https://aws.amazon.com/sqs/pricing/). */
const CHUNK_KB = 64;

/**
 * Covers requests (usage `monthly_requests`, and `request_size_kb`, 64 when not given), standard or FIFO.
 * Not covered: the first million requests an account has free, fair queues, data transfer out.
 */
export const sqsQueue: CostModel = {
  type: "AWS::SQS::Queue",
  service: "SQS",
  reads: ["FifoQueue"],
  withoutInfluence:
    "ReceiveMessageWaitTimeSeconds FifoThroughputLimit KmsMasterKeyId MaximumMessageSize " +
    "VisibilityTimeout KmsDataKeyReusePeriodSeconds RedriveAllowPolicy SqsManagedSseEnabled " +
    "DelaySeconds RedrivePolicy MessageRetentionPeriod DeduplicationScope ContentBasedDeduplication",
  usageKeys: ["monthly_requests", "request_size_kb"],
  components: ({ properties, usage }) => {
    const size = usage.get("request_size_kb")?.range ?? exactly(CHUNK_KB);
    return [
      perUsage({
        name: "Requests",
        unit: "1M requests",
        unitSize: 1_000_000,
        price: {
          service: "AmazonSQS",
          sku: properties.flag("FifoQueue") ? "FIFO requests" : "standard requests",
        },
        usageKey: "monthly_requests",
        figure: combine(usage.get("monthly_requests"), size, (requests, sizeKb) =>
          requests.times(sizeKb.div(CHUNK_KB).ceil()),
        ),
      }),
    ];
  },
};
