import type { Stack } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import * as sns from "aws-cdk-lib/aws-sns";
import { addEncryptionKey } from "../../constructs/encryption-key";
import { addOutput } from "../../constructs/outputs";
import { addTopicPolicy } from "../../constructs/topic-policy";
import type { BlueprintContext } from "../../model/blueprint";
import type { DataSpec } from "../data/data-spec";
import { TABLES, type TableDefinition, tableName } from "../data/tables";
import { latencyAlarmId, PERIOD_SECONDS, throttleAlarmId } from "./model";

/** DynamoDB copies within a second or two; a minute means that it has fallen behind. */
const LATENCY_MS = 60_000;
const PUBLISHERS = ["cloudwatch.amazonaws.com"];

/** Alarms must be where their metrics are, so each region of copies has a stack of its own. */
export function buildReplica(stack: Stack, _spec: DataSpec, context: BlueprintContext): void {
  const { environmentName } = context;
  const key = addEncryptionKey(stack, context, {
    id: "AlarmKey",
    description: `Alarms of the tables of ${environmentName} in ${stack.region}`,
    principals: PUBLISHERS,
  });
  const topic = new sns.CfnTopic(stack, "AlarmTopic", {
    topicName: `${environmentName}-replica-alarms`,
    fifoTopic: false,
    kmsMasterKeyId: key.ref,
  });
  addTopicPolicy(stack, topic, context, PUBLISHERS);
  for (const table of TABLES) {
    addLatencyAlarm(stack, table, topic, context);
    addThrottleAlarm(stack, table, topic, context);
  }
  addOutput(stack, "AlarmTopicArn", topic.ref, "Topic of the alarms of this region's copies");
}

/**
 * DynamoDB tells the latency where an item was written: here, of what goes from these copies to the home
 * region.
 */
function addLatencyAlarm(
  stack: Stack,
  table: TableDefinition,
  topic: sns.CfnTopic,
  { environmentName, region }: BlueprintContext,
): void {
  const name = tableName(environmentName, table);
  new cloudwatch.CfnAlarm(stack, latencyAlarmId(table.logicalId), {
    alarmName: `${name}-replication-latency`,
    alarmDescription: `Writes to ${name} in ${stack.region} take over a minute to reach ${region}`,
    namespace: "AWS/DynamoDB",
    metricName: "ReplicationLatency",
    dimensions: [
      { name: "TableName", value: name },
      { name: "ReceivingRegion", value: region },
    ],
    statistic: "Average",
    period: PERIOD_SECONDS,
    threshold: LATENCY_MS,
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 5,
    // Without writes there is nothing to copy, and no data.
    treatMissingData: "notBreaching",
    alarmActions: [topic.ref],
    okActions: [topic.ref],
  });
}

function addThrottleAlarm(
  stack: Stack,
  table: TableDefinition,
  topic: sns.CfnTopic,
  { environmentName }: BlueprintContext,
): void {
  const name = tableName(environmentName, table);
  const throttles = (id: string, metricName: string) => ({
    id,
    returnData: false,
    metricStat: {
      metric: {
        namespace: "AWS/DynamoDB",
        metricName,
        dimensions: [{ name: "TableName", value: name }],
      },
      period: PERIOD_SECONDS,
      stat: "Sum",
    },
  });
  new cloudwatch.CfnAlarm(stack, throttleAlarmId(table.logicalId), {
    alarmName: `${name}-throttles`,
    alarmDescription: `${name} refuses reads or writes in ${stack.region}`,
    metrics: [
      {
        id: "throttles",
        expression: "FILL(reads, 0) + FILL(writes, 0)",
        label: "Throttled requests",
        returnData: true,
      },
      throttles("reads", "ReadThrottleEvents"),
      throttles("writes", "WriteThrottleEvents"),
    ],
    threshold: 0,
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 1,
    treatMissingData: "notBreaching",
    alarmActions: [topic.ref],
    okActions: [topic.ref],
  });
}
