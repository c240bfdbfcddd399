import type { BlueprintContext, OutlineStack } from "../blueprint";
import {
  archiveId,
  BUSES,
  busId,
  busLogGroupId,
  DEAD_LETTER_OWNERS,
  deadLettersId,
  FUNCTION_MEMORY_MB,
  FUNCTION_ROUTES,
  FUNCTION_TIMEOUT_SECONDS,
  functionId,
  functionLogGroupId,
  QUEUE_ROUTES,
  queueId,
} from "./event-flow";
import type { TicketingSpec } from "./spec";
import { natCount } from "./subnets";
import { TABLES } from "./tables";

type Resources = OutlineStack["template"]["Resources"];

/** Every resource of the stacks that can cost something, with the properties a price can depend on. */
export function outlineTicketing(spec: TicketingSpec, context: BlueprintContext): OutlineStack[] {
  const stacks = {
    network: networkOutline(spec, context),
    data: dataOutline(spec),
    events: eventsOutline(spec),
  };
  return Object.entries(stacks).map(([key, Resources]) => ({
    key,
    region: context.region,
    template: { Resources },
  }));
}

function networkOutline({ network }: TicketingSpec, { region }: BlueprintContext): Resources {
  const resources: Resources = {};
  for (let zone = 1; zone <= natCount(network.nat, network.zones); zone++) {
    resources[`NatAddress${zone}`] = { Type: "AWS::EC2::EIP", Properties: { Domain: "vpc" } };
    resources[`NatGateway${zone}`] = {
      Type: "AWS::EC2::NatGateway",
      Properties: { ConnectivityType: "public" },
    };
  }
  for (const [logicalId, service] of Object.entries({ S3Endpoint: "s3", DynamoDbEndpoint: "dynamodb" })) {
    resources[logicalId] = {
      Type: "AWS::EC2::VPCEndpoint",
      Properties: { ServiceName: `com.amazonaws.${region}.${service}`, VpcEndpointType: "Gateway" },
    };
  }
  if (network.flowLogs) resources.FlowLogGroup = logGroup(network.flowLogRetentionDays);
  return resources;
}

function dataOutline({ data }: TicketingSpec): Resources {
  return Object.fromEntries(
    TABLES.map((table) => [
      table.logicalId,
      {
        Type: "AWS::DynamoDB::Table",
        Properties: {
          BillingMode: "PAY_PER_REQUEST",
          TableClass: "STANDARD",
          PointInTimeRecoverySpecification: data.pointInTimeRecovery
            ? { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: data.recoveryDays }
            : { PointInTimeRecoveryEnabled: false },
        },
      },
    ]),
  );
}

function eventsOutline({ events }: TicketingSpec): Resources {
  const resources: Resources = {};
  for (const bus of BUSES) {
    resources[busId(bus.id)] = { Type: "AWS::Events::EventBus" };
    resources[archiveId(bus.id)] = {
      Type: "AWS::Events::Archive",
      Properties: { RetentionDays: events.archiveDays },
    };
    resources[busLogGroupId(bus.id)] = logGroup(events.logRetentionDays);
  }
  for (const { consumer } of QUEUE_ROUTES) resources[queueId(consumer)] = { Type: "AWS::SQS::Queue" };
  for (const { consumer } of DEAD_LETTER_OWNERS) {
    resources[deadLettersId(consumer)] = { Type: "AWS::SQS::Queue" };
  }
  for (const { consumer } of FUNCTION_ROUTES) {
    resources[functionId(consumer)] = {
      Type: "AWS::Lambda::Function",
      Properties: {
        Architectures: ["arm64"],
        MemorySize: FUNCTION_MEMORY_MB,
        Timeout: FUNCTION_TIMEOUT_SECONDS,
      },
    };
    resources[functionLogGroupId(consumer)] = logGroup(events.logRetentionDays);
  }
  return resources;
}

function logGroup(retentionDays: number) {
  return {
    Type: "AWS::Logs::LogGroup",
    Properties: { LogGroupClass: "STANDARD", RetentionInDays: retentionDays },
  };
}
