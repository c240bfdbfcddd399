import { perUsage, perUsageInTiers } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import type { PriceKey } from "../price-book";
import { createPropertyReader } from "../properties";
import { S3_STORAGE_CLASSES, type S3StorageClass } from "./s3-storage-classes";

const TERABYTE_GB = 1024;

/**
 * Covers storage, requests, retrievals, transitions and early deletion by storage class. Usage keys are Infracost's
 * nested ones, joined by a dot: `standard.storage_gb`, `standard.monthly_tier_1_requests`, ... A class other than
 * Standard is listed when a lifecycle rule moves objects to it or usage names it.
 * Not covered: object tags, inventory, replication, data transfer out, access points, Glacier Instant Retrieval.
 */
export const s3Bucket: CostModel = {
  type: "AWS::S3::Bucket",
  service: "S3",
  reads: [
    "LifecycleConfiguration.Rules[].Transitions[].StorageClass",
    "LifecycleConfiguration.Rules[].NoncurrentVersionTransitions[].StorageClass",
  ],
  usageKeys: [
    "<class>.storage_gb",
    "<class>.monthly_tier_1_requests",
    "<class>.monthly_tier_2_requests",
    "<class>.monthly_lifecycle_transition_requests",
    "<class>.monthly_data_retrieval_gb",
    "<class>.<other>",
  ],
  components: (input) => {
    const classes = transitionClasses(input);
    return S3_STORAGE_CLASSES.filter(
      ({ usagePrefix, cloudFormationName }) =>
        usagePrefix === "standard" ||
        classes.has(cloudFormationName) ||
        input.usage.hasAny(`${usagePrefix}.`),
    ).flatMap((storageClass) => charges(storageClass, input));
  },
};

function charges(
  { label, usagePrefix, charges: rows }: S3StorageClass,
  { usage }: ModelInput,
): ComponentDraft[] {
  return rows.flatMap(([name, unit, key, sku]) => {
    const usageKey = `${usagePrefix}.${key}`;
    const figure = usage.get(usageKey);
    const fullName = `${label}: ${name}`;
    const price: PriceKey = { service: "AmazonS3", sku: sku ?? fullName };
    if (usageKey === "standard.storage_gb") {
      return perUsageInTiers({ unit, usageKey, figure }, [
        { name: fullName, upTo: 50 * TERABYTE_GB, price },
        { name: `${fullName} (next 450 TB)`, upTo: 500 * TERABYTE_GB, price: null },
        { name: `${fullName} (over 500 TB)`, price: null },
      ]);
    }
    return perUsage({
      name: fullName,
      unit,
      unitSize: unit.startsWith("1k ") ? 1000 : 1,
      price,
      usageKey,
      figure,
    });
  });
}

function transitionClasses({ properties }: ModelInput): Set<string> {
  const rules = (properties.list("LifecycleConfiguration.Rules") ?? []).map(createPropertyReader);
  const transitions = rules.flatMap((rule) => [
    ...(rule.list("Transitions") ?? []),
    ...(rule.list("NoncurrentVersionTransitions") ?? []),
  ]);
  return new Set(
    transitions.map((transition) => createPropertyReader(transition).text("StorageClass") ?? ""),
  );
}
