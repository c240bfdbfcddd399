import { findQuery } from "./find-query";
import type { PriceFile } from "./price-files";
import type { BookRow } from "./price-query";

/** Regions that the price book is kept for. */
const REGIONS = ["ap-northeast-2", "us-east-1", "ap-northeast-1", "ap-southeast-1"] as const;

/**
 * The main charges of types that models ask a price for and that can be asked for by usage type; a new row
 * takes these names.
 */
export const WANTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AmazonApiGateway: {
    "REST requests first 333M": "1M requests",
    "REST requests next 667M": "1M requests",
    "REST requests next 19B": "1M requests",
    "REST requests over 20B": "1M requests",
    "HTTP requests first 300M": "1M requests",
    "HTTP requests over 300M": "1M requests",
    "WebSocket messages first 1B": "1M messages",
    "WebSocket messages over 1B": "1M messages",
    "WebSocket connection minutes": "1M minutes",
  },
  AmazonAurora: { "RDS Proxy provisioned": "vCPU-hour", "Serverless v2 ACU Standard": "ACU-hour" },
  AmazonCloudWatch: {
    "canary run": "run",
    "alarm composite": "alarm-month",
    "alarm standard resolution": "alarm-month",
    "logs storage": "GB-month",
  },
  AmazonDynamoDB: {
    "provisioned RCU": "RCU-hour",
    "provisioned WCU": "WCU-hour",
    "on-demand read request units": "1M RRU",
    "on-demand write request units": "1M WRU",
    "storage beyond 25 GB free (account, per region)": "GB-month",
    "on-demand backup storage": "GB-month",
    "PITR backup storage": "GB-month",
  },
  AmazonEBS: {
    "gp2 storage": "GB-month",
    "gp3 storage": "GB-month",
    "gp3 provisioned IOPS (over 3000)": "IOPS-month",
    "gp3 provisioned throughput (over 125)": "MBps-month",
  },
  AmazonECS: {
    "Fargate x86 vCPU": "vCPU-hour",
    "Fargate x86 memory": "GB-hour",
    "Fargate arm64 vCPU": "vCPU-hour",
    "Fargate arm64 memory": "GB-hour",
  },
  AmazonEFS: { "storage standard": "GB-month", "storage one zone": "GB-month" },
  AmazonEventBridge: { "custom events (64 KB chunks)": "1M events" },
  AmazonManagedPrometheus: {
    "metric samples ingested first 2B (after 40M always free)": "10M samples",
    "metric storage (after 10 GB free)": "GB-month",
  },
  AmazonSNS: { "FIFO publish": "1M requests" },
  AmazonSQS: { "FIFO requests (after shared 1M free)": "1M requests" },
  AmazonVPC: {
    "interface endpoint per AZ": "hour",
    "Transit Gateway attachment": "hour",
    "Transit Gateway data": "GB",
  },
  AWSCodeBuild: { "Linux general1.small": "minute" },
  AWSKMS: { "customer managed key": "key-month" },
  AWSLambda: { "provisioned concurrency x86": "GB-second" },
  AWSSecretsManager: { secret: "secret-month", "API calls": "10k calls" },
  AWSStepFunctions: { "standard state transitions": "1k transitions" },
};

/**
 * Charges that are wanted in a region and that the book has no row for, not even one in doubt or with another
 * spelling.
 */
export function wantedRows(files: readonly PriceFile[]): BookRow[] {
  const there = new Set(
    files
      .filter(({ service }) => service in WANTED)
      .flatMap(({ service, rows }) => rows.map((row) => askedFor({ ...row, service }))),
  );
  return Object.entries(WANTED).flatMap(([service, charges]) =>
    Object.entries(charges).flatMap(([sku, unit]) =>
      REGIONS.map((region) => ({ service, sku, region, unit })).filter((row) => !there.has(askedFor(row))),
    ),
  );
}

/** Two spellings of one charge are asked for alike. */
function askedFor(row: BookRow): string {
  const query = findQuery(row);
  return JSON.stringify("reason" in query ? [row.service, row.sku, row.region] : [row.service, query]);
}
