import { perMonth } from "../components";
import type { CostModel } from "../cost-model";

/** Covers the alarm's month. Not covered: the alarms it combines, which are resources of their own. */
export const cloudWatchCompositeAlarm: CostModel = {
  type: "AWS::CloudWatch::CompositeAlarm",
  service: "CloudWatch",
  reads: [],
  withoutInfluence:
    "AlarmActions ActionsSuppressorWaitPeriod ActionsEnabled AlarmDescription ActionsSuppressor " +
    "AlarmRule InsufficientDataActions OKActions ActionsSuppressorExtensionPeriod",
  usageKeys: [],
  components: () => [
    perMonth({
      name: "Composite",
      unit: "alarms",
      price: { service: "AmazonCloudWatch", sku: "alarm composite" },
    }),
  ],
};
