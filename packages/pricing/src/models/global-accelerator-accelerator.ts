import { perHour } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers the fixed fee; a disabled accelerator pays it too. Its two static addresses are included.
 * Not covered: the premium on data (on the endpoint group), data transfer out.
 */
export const globalAcceleratorAccelerator: CostModel = {
  type: "AWS::GlobalAccelerator::Accelerator",
  service: "Global Accelerator",
  reads: [],
  withoutInfluence: "IpAddressType IpAddresses Enabled FlowLogsEnabled FlowLogsS3Bucket FlowLogsS3Prefix",
  usageKeys: [],
  components: () => [
    perHour({
      name: "Fixed fee",
      price: { service: "AWSGlobalAccelerator", sku: "accelerator fixed fee", region: "global" },
    }),
  ],
};
