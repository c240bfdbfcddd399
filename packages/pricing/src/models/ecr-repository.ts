import { perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers stored images (usage `storage_gb`). Basic scanning is free.
 * Not covered: enhanced scanning (Amazon Inspector), replication, data transfer out.
 */
export const ecrRepository: CostModel = {
  type: "AWS::ECR::Repository",
  service: "ECR",
  reads: [],
  withoutInfluence:
    "EmptyOnDelete ImageScanningConfiguration EncryptionConfiguration RepositoryPolicyText " +
    "LifecyclePolicy ImageTagMutability ImageTagMutabilityExclusionFilters",
  usageKeys: ["storage_gb"],
  components: ({ usage }) => [
    perUsage({
      name: "Storage",
      unit: "GB",
      price: { service: "AmazonECR", sku: "storage" },
      usageKey: "storage_gb",
      figure: usage.get("storage_gb"),
    }),
  ],
};
