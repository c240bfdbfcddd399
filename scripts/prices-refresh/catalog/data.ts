import { GB, GB_MONTHS, type PriceQuery, REQUESTS } from "../price-query";
import { type CatalogEntry, regional } from "./catalog-entry";

const dynamo = (ending: string, units: Record<string, string>) => ({
  serviceCode: "AmazonDynamoDB",
  ending,
  units,
});
const READS = { readrequestunits: "1", ...REQUESTS };
const WRITES = { writerequestunits: "1", ...REQUESTS };
const CAPACITY_HOURS = {
  "readcapacityunit-hrs": "1",
  "writecapacityunit-hrs": "1",
  hrs: "1",
};
const queue = (serviceCode: string, ending: string) => ({ serviceCode, ending, units: REQUESTS });
const logs = (ending: string, units: Record<string, string>) => ({
  serviceCode: "AmazonCloudWatch",
  ending,
  units,
});

/**
 * Data stores, messages, logs and keys. A capacity unit's free first tier is left out by taking the first
 * that costs something.
 */
export const DATA: Readonly<Record<string, readonly CatalogEntry[]>> = {
  AmazonDynamoDB: [
    regional(/^on-demand read request units$/, dynamo("ReadRequestUnits", READS)),
    regional(/^on-demand write request units$/, dynamo("WriteRequestUnits", WRITES)),
    regional(
      /^global table replicated write request units$/,
      dynamo("ReplWriteRequestUnits", { replwriterequestunits: "1", ...WRITES }),
    ),
    regional(/^provisioned RCU$/, dynamo("ReadCapacityUnit-Hrs", CAPACITY_HOURS)),
    regional(/^provisioned WCU$/, dynamo("WriteCapacityUnit-Hrs", CAPACITY_HOURS)),
    regional(/^storage beyond 25 GB free/, dynamo("TimedStorage-ByteHrs", GB_MONTHS)),
    regional(/^PITR backup storage$/, dynamo("TimedPITRStorage-ByteHrs", GB_MONTHS)),
    regional(/^on-demand backup storage$/, dynamo("TimedBackupStorage-ByteHrs", GB_MONTHS)),
  ],
  AmazonSQS: [
    regional(/^standard requests/, queue("AWSQueueService", "Requests-Tier1")),
    regional(/^FIFO requests/, queue("AWSQueueService", "Requests-FIFO-Tier1")),
  ],
  AmazonSNS: [
    regional(/^standard API requests/, queue("AmazonSNS", "Requests-Tier1")),
    regional(/^FIFO publish$/, queue("AmazonSNS", "F-Request-Tier1")),
  ],
  AmazonEventBridge: [
    regional(/^custom events \(64 KB chunks\)$/, {
      serviceCode: "AWSEvents",
      ending: "Event-64K-Chunks",
      units: { "64k-chunks": "1", events: "1", event: "1" },
      filters: { eventType: "Custom Event", operation: "PutEvents" },
    }),
  ],
  AmazonECR: [
    regional(/^storage$/, { serviceCode: "AmazonECR", ending: "TimedStorage-ByteHrs", units: GB_MONTHS }),
  ],
  AWSSecretsManager: [
    regional(/^secret$/, {
      serviceCode: "AWSSecretsManager",
      ending: "AWSSecretsManager-Secrets",
      units: { secrets: "1", secret: "1" },
    }),
    regional(/^API calls$/, {
      serviceCode: "AWSSecretsManager",
      ending: "AWSSecretsManagerAPIRequest",
      units: { "api requests": "1", "api request": "1", ...REQUESTS },
    }),
  ],
  AWSKMS: [
    keys(/^customer managed key$/, "KMS-Keys", { keys: "1", key: "1" }),
    keys(/^requests/, "KMS-Requests", REQUESTS),
  ],
  AmazonCloudWatch: [
    regional(/^logs ingestion standard$/, logs("DataProcessing-Bytes", GB)),
    regional(/^logs storage$/, logs("TimedStorage-ByteHrs", GB_MONTHS)),
    regional(/^custom metric first 10k$/, {
      ...logs("CW:MetricMonitorUsage", { metrics: "1" }),
      tierFrom: "0",
    }),
    regional(/^custom metric next 240k$/, {
      ...logs("CW:MetricMonitorUsage", { metrics: "1" }),
      tierFrom: "10000",
    }),
    regional(/^alarm standard resolution$/, logs("CW:AlarmMonitorUsage", { alarms: "1" })),
    regional(/^vended logs to CloudWatch first 10 TB$/, { ...logs("VendedLog-Bytes", GB), tierFrom: "0" }),
  ],
};

/** Keys have the region's code where other services have its prefix. */
function keys(sku: RegExp, ending: string, units: PriceQuery["units"]): CatalogEntry {
  return {
    sku,
    query: ({ region }) => ({
      serviceCode: "awskms",
      usagetypes: [`${region}-${ending}`],
      filters: { regionCode: region },
      units,
    }),
  };
}
