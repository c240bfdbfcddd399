import { CLOUDFRONT_GROUPS, DATA_OUT_TIERS, requestSkus } from "./models/cloudfront-regions";
import type { PriceKey } from "./price-book";

/** What an account has free every month. Offers of the first twelve months and trials are none of it. */
export interface FreeTier {
  id: string;
  service: string;
  /** SKUs that share it, as the price book names them; of a price in tiers the first one. */
  skus: readonly string[];
  /** Base units a month: requests, GB, GB-seconds. */
  units: number;
  /** Whether all regions of an account share it, or each region has its own. */
  scope: "ACCOUNT" | "REGION";
  source: string;
}

/** Usage types that begin with "Global-" are counted over all regions of an account, others in each. */
const TRACKED = "https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/tracking-free-tier-usage.html";
const MILLION = 1_000_000;
/**
 * 25 units in each hour of a month of 31 days: the first tier of these SKUs in the price list, at no charge.
 */
const CAPACITY_UNIT_HOURS = 18_600;

const pricing = (page: string, usageType?: string) =>
  `https://aws.amazon.com/${page}/pricing/${usageType ? `; ${usageType} in ${TRACKED}` : ""}`;

const cloudWatch = (id: string, units: number, ...skus: string[]): FreeTier => ({
  id: `cloudwatch-${id}`,
  service: "AmazonCloudWatch",
  skus,
  units,
  scope: "ACCOUNT",
  source: pricing("cloudwatch", "Global-TimedStorage-ByteHrs and Global-DataProcessing-Bytes"),
});

const sns = (id: string, units: number, sku: string): FreeTier => ({
  id: `sns-${id}`,
  service: "AmazonSNS",
  skus: [sku],
  units,
  scope: "ACCOUNT",
  source: pricing("sns"),
});

const dynamoDb = (id: string, units: number, sku: string): FreeTier => ({
  id: `dynamodb-${id}`,
  service: "AmazonDynamoDB",
  skus: [sku],
  units,
  scope: "REGION",
  source: pricing("dynamodb", "TimedStorage-ByteHrs and GetRecords, counted in each region,"),
});

const prometheus = (id: string, units: number, sku: string): FreeTier => ({
  id: `prometheus-${id}`,
  service: "AmazonManagedPrometheus",
  skus: [sku],
  units,
  scope: "ACCOUNT",
  source: pricing("prometheus"),
});

/** Rule groups at the edge have an allowance of their own, like a region. */
const botControl = (level: "Common" | "Targeted", units: number): FreeTier => ({
  id: `bot-control-${level.toLowerCase()}`,
  service: "AWSWAF",
  skus: [`Bot Control ${level} requests`, `Bot Control ${level} requests (CLOUDFRONT scope)`],
  units,
  scope: "REGION",
  source: "AWS price list for awswaf, published 2026-09-14: a tier at no charge in each region's file",
});

/**
 * The one table of them. Where AWS says less than how widely an allowance is shared, the wider sharing
 * stands: it saves less.
 */
export const FREE_TIERS: readonly FreeTier[] = [
  {
    id: "sqs-requests",
    service: "AmazonSQS",
    skus: ["standard requests", "FIFO requests"],
    units: MILLION,
    scope: "ACCOUNT",
    source: pricing("sqs", "Global-Requests"),
  },
  {
    id: "lambda-requests",
    service: "AWSLambda",
    skus: ["requests"],
    units: MILLION,
    scope: "ACCOUNT",
    source: pricing("lambda", "Global-Request"),
  },
  {
    id: "lambda-duration",
    service: "AWSLambda",
    skus: ["x86 duration tier 1", "arm64 duration tier 1"],
    units: 400_000,
    scope: "ACCOUNT",
    source: pricing("lambda", "Global-Lambda-GB-Second"),
  },
  sns("requests", MILLION, "standard API requests"),
  sns("http", 100_000, "HTTP/S deliveries"),
  sns("email", 1000, "email deliveries"),
  sns("mobile-push", MILLION, "mobile push deliveries"),
  dynamoDb("storage", 25, "storage"),
  dynamoDb("write-capacity", CAPACITY_UNIT_HOURS, "provisioned WCU"),
  dynamoDb("read-capacity", CAPACITY_UNIT_HOURS, "provisioned RCU"),
  dynamoDb("streams", 2.5 * MILLION, "streams read request units"),
  cloudWatch("alarms", 10, "alarm standard resolution"),
  cloudWatch("metrics", 10, "custom metric first 10k"),
  cloudWatch("dashboards", 3, "dashboard"),
  cloudWatch("ingestion", 5, "logs ingestion standard", "logs ingestion infrequent access"),
  cloudWatch("log-storage", 5, "logs storage"),
  cloudWatch("canaries", 100, "canary run"),
  {
    id: "cloudfront-data",
    service: "AmazonCloudFront",
    skus: CLOUDFRONT_GROUPS.map(
      ({ name }) => `${name}: Data transfer out to internet (${DATA_OUT_TIERS[0]?.name})`,
    ),
    units: 1024,
    scope: "ACCOUNT",
    source: pricing("cloudfront", "Global-DataTransfer-Out-Bytes"),
  },
  {
    id: "cloudfront-requests",
    service: "AmazonCloudFront",
    skus: CLOUDFRONT_GROUPS.flatMap(requestSkus),
    units: 10 * MILLION,
    scope: "ACCOUNT",
    source: pricing("cloudfront", "Global-Requests-Tier1"),
  },
  {
    id: "cloudfront-functions",
    service: "AmazonCloudFront",
    skus: ["Functions invocations"],
    units: 2 * MILLION,
    scope: "ACCOUNT",
    source: pricing("cloudfront", "Executions-CloudFrontFunctions"),
  },
  {
    id: "data-out",
    service: "AWSDataTransfer",
    skus: ["out to internet, first 10 TB"],
    units: 100,
    scope: "ACCOUNT",
    source: pricing("ec2/on-demand", "Global-DataTransfer-Out-Bytes"),
  },
  {
    id: "kms-requests",
    service: "AWSKMS",
    skus: ["requests"],
    units: 20_000,
    scope: "ACCOUNT",
    source: pricing("kms", "Global-KMS-Requests"),
  },
  prometheus("samples", 40 * MILLION, "metric samples first 2B"),
  prometheus("storage", 10, "metric storage"),
  prometheus("queries", 200e9, "query samples processed"),
  {
    id: "scheduler",
    service: "AmazonEventBridge",
    skus: ["Scheduler invocations"],
    units: 14 * MILLION,
    scope: "ACCOUNT",
    source: pricing("eventbridge"),
  },
  {
    id: "step-functions",
    service: "AWSStepFunctions",
    skus: ["standard state transitions"],
    units: 4000,
    scope: "ACCOUNT",
    source: pricing("step-functions", "Global-StateTransition"),
  },
  botControl("Common", 10 * MILLION),
  botControl("Targeted", MILLION),
];

const BY_SKU = new Map(
  FREE_TIERS.flatMap((tier) => tier.skus.map((sku) => [`${tier.service}\n${sku}`, tier] as const)),
);

/** The allowance that a charge at this price draws on; null when nothing of it is free. */
export function freeTierOf({ service, sku }: PriceKey): FreeTier | null {
  return BY_SKU.get(`${service}\n${sku}`) ?? null;
}
