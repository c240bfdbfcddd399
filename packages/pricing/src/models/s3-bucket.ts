import { perUsage, perUsageInTiers } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import type { PriceKey } from "../price-book";
import { createPropertyReader, type PropertyReader } from "../properties";
import { S3_STORAGE_CLASSES, type S3StorageClass } from "./s3-storage-classes";

const TERABYTE_GB = 1024;
const TRANSITIONS = ["Transitions", "NoncurrentVersionTransitions"] as const;

/** What is charged by the number of objects or of their tags, and what in the template asks for it. */
const OBJECTS: readonly {
  name: string;
  unit: string;
  unitSize: number;
  usageKey: string;
  isAsked: (properties: PropertyReader) => boolean;
}[] = [
  {
    name: "Object tagging",
    unit: "10k tags",
    unitSize: 10_000,
    usageKey: "object_tags",
    isAsked: (properties) => rulesOf(properties).some((rule) => (rule.list("TagFilters")?.length ?? 0) > 0),
  },
  {
    name: "Objects monitored",
    unit: "1M objects",
    unitSize: 1_000_000,
    usageKey: "monthly_monitored_objects",
    isAsked: (properties) => properties.has("AnalyticsConfigurations"),
  },
  {
    name: "Objects listed",
    unit: "1M objects",
    unitSize: 1_000_000,
    usageKey: "monthly_listed_objects",
    isAsked: (properties) => properties.has("InventoryConfigurations"),
  },
];

/**
 * Covers storage, requests, retrievals, transitions and early deletion by storage class. Usage keys are
 * Infracost's nested ones, joined by a dot: `standard.storage_gb`, `standard.monthly_tier_1_requests`, ... A
 * class other than Standard is listed when a lifecycle rule moves objects to it or usage names it. Tags of
 * objects (`object_tags`) are listed when a lifecycle rule looks at them, objects that analytics watches
 * (`monthly_monitored_objects`) or that an inventory lists (`monthly_listed_objects`) when the bucket has
 * such configurations; each also when usage counts them. Not covered: replication, data transfer out, access
 * points, Glacier Instant Retrieval.
 */
export const s3Bucket: CostModel = {
  type: "AWS::S3::Bucket",
  service: "S3",
  reads: [
    "LifecycleConfiguration.Rules[].TagFilters[]",
    ...TRANSITIONS.map((property) => `LifecycleConfiguration.Rules[].${property}[].StorageClass`),
    "LifecycleConfiguration.Rules[].Transition.StorageClass",
    "LifecycleConfiguration.Rules[].NoncurrentVersionTransition.StorageClass",
    "AnalyticsConfigurations[]",
    "InventoryConfigurations[]",
  ],
  notPriced: [
    ["AccelerateConfiguration.AccelerationStatus", /^Enabled$/],
    "MetricsConfigurations",
    "ReplicationConfiguration",
    "MetadataTableConfiguration",
    "MetadataConfiguration",
  ],
  withoutInfluence:
    "AccessControl BucketEncryption CorsConfiguration IntelligentTieringConfigurations " +
    "LifecycleConfiguration.Rules[].AbortIncompleteMultipartUpload " +
    "LifecycleConfiguration.Rules[].ExpirationDate LifecycleConfiguration.Rules[].ExpirationInDays " +
    "LifecycleConfiguration.Rules[].ExpiredObjectDeleteMarker LifecycleConfiguration.Rules[].Id " +
    "LifecycleConfiguration.Rules[].NoncurrentVersionExpiration " +
    "LifecycleConfiguration.Rules[].NoncurrentVersionExpirationInDays " +
    "LifecycleConfiguration.Rules[].NoncurrentVersionTransition.NewerNoncurrentVersions " +
    "LifecycleConfiguration.Rules[].NoncurrentVersionTransition.TransitionInDays " +
    "LifecycleConfiguration.Rules[].NoncurrentVersionTransitions[].NewerNoncurrentVersions " +
    "LifecycleConfiguration.Rules[].NoncurrentVersionTransitions[].TransitionInDays " +
    "LifecycleConfiguration.Rules[].ObjectSizeGreaterThan " +
    "LifecycleConfiguration.Rules[].ObjectSizeLessThan LifecycleConfiguration.Rules[].Prefix " +
    "LifecycleConfiguration.Rules[].Status LifecycleConfiguration.Rules[].Transition.TransitionDate " +
    "LifecycleConfiguration.Rules[].Transition.TransitionInDays " +
    "LifecycleConfiguration.Rules[].Transitions[].TransitionDate " +
    "LifecycleConfiguration.Rules[].Transitions[].TransitionInDays " +
    "LifecycleConfiguration.TransitionDefaultMinimumObjectSize LoggingConfiguration " +
    "NotificationConfiguration ObjectLockConfiguration ObjectLockEnabled OwnershipControls " +
    "PublicAccessBlockConfiguration VersioningConfiguration WebsiteConfiguration BucketNamespace " +
    "BucketNamePrefix AbacStatus",
  usageKeys: [
    ...OBJECTS.map(({ usageKey }) => usageKey),
    "<class>.storage_gb",
    "<class>.monthly_tier_1_requests",
    "<class>.monthly_tier_2_requests",
    "<class>.monthly_lifecycle_transition_requests",
    "<class>.monthly_data_retrieval_gb",
    "<class>.<other>",
  ],
  components: (input) => {
    const classes = transitionClasses(input);
    const listed = S3_STORAGE_CLASSES.filter(
      ({ usagePrefix, cloudFormationName }) =>
        usagePrefix === "standard" ||
        classes.has(cloudFormationName) ||
        input.usage.hasAny(`${usagePrefix}.`),
    );
    return [
      ...OBJECTS.flatMap((charge) => objectCharge(charge, input)),
      ...listed.flatMap((storageClass) => charges(storageClass, input)),
    ];
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

function objectCharge(
  { name, unit, unitSize, usageKey, isAsked }: (typeof OBJECTS)[number],
  { properties, usage }: ModelInput,
): ComponentDraft[] {
  const figure = usage.get(usageKey);
  if (!figure && !isAsked(properties)) return [];
  return [perUsage({ name, unit, unitSize, price: { service: "AmazonS3", sku: name }, usageKey, figure })];
}

function rulesOf(properties: PropertyReader): PropertyReader[] {
  return (properties.list("LifecycleConfiguration.Rules") ?? []).map(createPropertyReader);
}

/** Rules have lists of transitions or, in older templates, a single one. */
function transitionClasses({ properties }: ModelInput): Set<string> {
  const transitions = rulesOf(properties).flatMap((rule) =>
    TRANSITIONS.flatMap((property) => [...(rule.list(property) ?? []), rule.value(property.slice(0, -1))]),
  );
  return new Set(
    transitions.map((transition) => createPropertyReader(transition).text("StorageClass") ?? ""),
  );
}
