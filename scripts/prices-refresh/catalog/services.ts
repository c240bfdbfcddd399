import { GB, GB_MONTHS, HOURS, REQUESTS } from "../price-query";
import { type CatalogEntry, regional } from "./catalog-entry";

const MINUTES = { minutes: "1", minute: "1" };
const gateway = (ending: string, tierFrom?: string, units: Record<string, string> = REQUESTS) => ({
  serviceCode: "AmazonApiGateway",
  ending,
  units,
  ...(tierFrom && { tierFrom }),
});
const MESSAGES = { messages: "1", message: "1", ...REQUESTS };
const efs = (ending: string) => ({ serviceCode: "AmazonEFS", ending, units: GB_MONTHS });
const fargate = (ending: string, units: Record<string, string>) => ({
  serviceCode: "AmazonECS",
  ending,
  units: { ...HOURS, ...units },
});
const transit = (ending: string, units: Record<string, string>) => ({
  serviceCode: "AmazonVPC",
  ending,
  units,
  filters: { operation: "TransitGatewayVPC" },
});
const cloudWatch = (ending: string, units: Record<string, string>) => ({
  serviceCode: "AmazonCloudWatch",
  ending,
  units,
});
const prometheus = (ending: string, units: Record<string, string>, tierFrom?: string) => ({
  serviceCode: "AmazonPrometheus",
  ending,
  units,
  ...(tierFrom && { tierFrom }),
});
/** Samples, as the list calls them; the first 40 million are free. */
const SAMPLES = { "metric datapoints": "1", "metric samples": "1", samples: "1" };

/**
 * Usage types that public files quote together with a price from the list; a unit that is not named here is
 * refused.
 */
export const SERVICES: Readonly<Record<string, readonly CatalogEntry[]>> = {
  AmazonApiGateway: [
    regional(/^REST requests first 333M$/, gateway("ApiGatewayRequest", "0")),
    regional(/^REST requests next 667M$/, gateway("ApiGatewayRequest", "333000000")),
    regional(/^REST requests next 19B$/, gateway("ApiGatewayRequest", "1000000000")),
    regional(/^REST requests over 20B$/, gateway("ApiGatewayRequest", "20000000000")),
    regional(/^HTTP requests first 300M$/, gateway("ApiGatewayHttpRequest", "0")),
    regional(/^HTTP requests over 300M$/, gateway("ApiGatewayHttpRequest", "300000000")),
    regional(/^WebSocket messages first 1B$/, gateway("ApiGatewayMessage", "0", MESSAGES)),
    regional(/^WebSocket messages over 1B$/, gateway("ApiGatewayMessage", "1000000000", MESSAGES)),
    regional(/^WebSocket connection minutes$/, gateway("ApiGatewayMinute", undefined, MINUTES)),
  ],
  AmazonEFS: [
    regional(/^storage standard$/, efs("TimedStorage-ByteHrs")),
    regional(/^storage one zone$/, efs("TimedStorage-Z-ByteHrs")),
  ],
  AmazonECS: [
    regional(/^Fargate x86 vCPU$/, fargate("Fargate-vCPU-Hours:perCPU", { "vcpu-hours": "1" })),
    regional(/^Fargate x86 memory$/, fargate("Fargate-GB-Hours", { "gb-hours": "1" })),
    regional(/^Fargate arm64 vCPU$/, fargate("Fargate-ARM-vCPU-Hours:perCPU", { "vcpu-hours": "1" })),
    regional(/^Fargate arm64 memory$/, fargate("Fargate-ARM-GB-Hours", { "gb-hours": "1" })),
  ],
  AmazonVPC: [
    regional(/^Transit Gateway attachment$/, transit("TransitGateway-Hours", HOURS)),
    regional(/^Transit Gateway data$/, transit("TransitGateway-Bytes", GB)),
  ],
  AmazonAurora: [
    // Each engine has a product of its own; they cost the same.
    regional(/^RDS Proxy provisioned$/, {
      serviceCode: "AmazonRDS",
      ending: "RDS:ProxyUsage",
      units: { ...HOURS, "vcpu-hours": "1" },
      filters: { databaseEngine: "PostgreSQL" },
    }),
  ],
  AWSStepFunctions: [
    regional(/^standard state transitions$/, {
      serviceCode: "AmazonStates",
      ending: "StateTransition",
      units: { statetransitions: "1", "state transitions": "1", transitions: "1" },
    }),
  ],
  AWSLambda: [
    regional(/^provisioned concurrency x86$/, {
      serviceCode: "AWSLambda",
      ending: "Lambda-Provisioned-Concurrency",
      units: { "lambda-gb-second": "1", "gb-seconds": "1", seconds: "1", second: "1" },
    }),
  ],
  AWSCodeBuild: [
    regional(/^Linux general1\.small$/, {
      serviceCode: "CodeBuild",
      ending: "Build-Min:Linux:g1.small",
      units: MINUTES,
    }),
  ],
  AmazonCloudWatch: [
    regional(/^canary run$/, cloudWatch("CW:Canary-runs", { runs: "1", run: "1", "canary runs": "1" })),
    regional(/^alarm composite$/, cloudWatch("CW:CompositeAlarmMonitorUsage", { alarms: "1" })),
  ],
  AmazonManagedPrometheus: [
    regional(/^metric samples ingested first 2B/, prometheus("AMP:MetricSampleCount", SAMPLES, "40000000")),
    regional(/^metric storage/, prometheus("AMP:MetricStorageByteHrs", GB_MONTHS)),
  ],
};
