import { combine, perUsage, perUsageInTiers } from "../components";
import type { ComponentDraft, CostModel, ModelInput, Tier } from "../cost-model";
import { exactly } from "../ranges";

const BILLION = 1e9;
/** Defaults of CloudFormation: 128 MB of memory, 512 MB of ephemeral storage, the latter free. */
const DEFAULT_MEMORY_MB = 128;
const FREE_STORAGE_MB = 512;

/**
 * Covers requests (usage `monthly_requests`), duration in GB-seconds by tier and architecture
 * (`request_duration_ms`) and ephemeral storage above 512 MB. Not covered: the free million requests and
 * 400,000 GB-seconds of an account, provisioned concurrency, response streaming, SnapStart, Lambda@Edge, data
 * transfer.
 */
export const lambdaFunction: CostModel = {
  type: "AWS::Lambda::Function",
  service: "Lambda",
  reads: ["MemorySize", "Architectures[]", "EphemeralStorage.Size"],
  notPriced: [
    ["SnapStart.ApplyOn", /^PublishedVersions$/],
    ["TracingConfig.Mode", /^Active$/],
    "DurableConfig",
    "TenancyConfig",
    "CapacityProviderConfig",
  ],
  withoutInfluence:
    "ImageConfig VpcConfig DeadLetterConfig Timeout RuntimeManagementConfig Handler " +
    "ReservedConcurrentExecutions Code FileSystemConfigs Runtime PackageType Environment Layers " +
    "FunctionScalingConfig PublishToLatestPublished LoggingConfig RecursiveLoop",
  usageKeys: ["monthly_requests", "request_duration_ms"],
  components: (input) => {
    const requests = input.usage.get("monthly_requests");
    const duration = input.usage.get("request_duration_ms");
    const memoryMb = memoryOf(input);
    const seconds =
      duration && combine(requests, duration.range, (count, ms) => count.times(ms.ceil()).div(1000));
    const usageKey = requests ? "request_duration_ms" : "monthly_requests";
    return [
      perUsage({
        name: "Requests",
        unit: "1M requests",
        unitSize: 1_000_000,
        price: { service: "AWSLambda", sku: "requests" },
        usageKey: "monthly_requests",
        figure: requests,
      }),
      ephemeralStorage(input, seconds, usageKey),
      ...perUsageInTiers(
        {
          unit: "GB-seconds",
          usageKey: memoryMb === null ? "MemorySize" : usageKey,
          figure:
            memoryMb === null
              ? null
              : combine(seconds, exactly(memoryMb), (count, mb) => count.times(mb).div(1024)),
        },
        durationTiers(input),
      ),
    ];
  },
};

/** Null when only deployment will tell. */
function memoryOf({ properties }: ModelInput): number | null {
  return properties.number("MemorySize") ?? (properties.has("MemorySize") ? null : DEFAULT_MEMORY_MB);
}

function ephemeralStorage(
  { properties }: ModelInput,
  seconds: ReturnType<typeof combine>,
  usageKey: string,
): ComponentDraft {
  const chargedMb = Math.max(
    0,
    (properties.number("EphemeralStorage.Size") ?? FREE_STORAGE_MB) - FREE_STORAGE_MB,
  );
  return perUsage({
    name: "Ephemeral storage",
    unit: "GB-seconds",
    price: { service: "AWSLambda", sku: "ephemeral storage" },
    usageKey,
    figure: combine(seconds, exactly(chargedMb), (count, mb) => count.times(mb).div(1024)),
  });
}

/** Bounds in GB-seconds a month: https://aws.amazon.com/lambda/pricing/. */
function durationTiers({ properties }: ModelInput): Tier[] {
  const isArm = properties.list("Architectures")?.[0] === "arm64";
  const family = isArm ? "arm64" : "x86";
  const price = (tier: number) => ({ service: "AWSLambda", sku: `${family} duration tier ${tier}` });
  const [first, second] = isArm ? [7.5, 18.75] : [6, 15];
  return [
    { name: `Duration (first ${first}B)`, upTo: first * BILLION, price: price(1) },
    { name: `Duration (next ${second - first}B)`, upTo: second * BILLION, price: price(2) },
    { name: `Duration (over ${second}B)`, price: price(3) },
  ];
}
