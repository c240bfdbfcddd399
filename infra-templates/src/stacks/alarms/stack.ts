import { Fn, type Stack } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import type * as sns from "aws-cdk-lib/aws-sns";
import { addOutput, readListOutput, readOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import {
  type AlarmDefinition,
  type AlarmMetric,
  alarmsOf,
  PERIOD_SECONDS,
  type Reference,
} from "./definitions";
import { type AlarmsSpec, TOPICS } from "./model";
import { addNotices, addTopics, type Topics } from "./notifications";

/** What rings when something is wrong: it knows the other stacks, none of them knows it. */
export function buildAlarms(stack: Stack, spec: AlarmsSpec, context: BlueprintContext): void {
  const topics = addTopics(stack, spec, context);
  const alarms = alarmsOf(spec, context.environmentName).map((alarm) =>
    addAlarm(stack, alarm, topics, context),
  );
  addHealth(stack, alarms, context);
  addNotices(stack, spec, context, topics.InfoTopic);
  for (const id of TOPICS) addOutput(stack, `${id}Arn`, topics[id].ref, `Notices of the environment: ${id}`);
}

interface AddedAlarm {
  definition: AlarmDefinition;
  alarm: cloudwatch.CfnAlarm;
}

function addAlarm(
  stack: Stack,
  definition: AlarmDefinition,
  topics: Topics,
  context: BlueprintContext,
): AddedAlarm {
  const topic: sns.CfnTopic = topics[`${definition.severity}Topic`];
  const alarm = new cloudwatch.CfnAlarm(stack, definition.id, {
    alarmName: `${context.environmentName}-${definition.name}`,
    alarmDescription: definition.description,
    metrics: [
      { id: "result", expression: definition.expression, label: definition.name, returnData: true },
      ...definition.metrics.map((metric) => ({
        id: metric.id,
        returnData: false,
        metricStat: {
          metric: {
            namespace: metric.namespace,
            metricName: metric.name,
            dimensions: dimensionsOf(stack, metric, context),
          },
          period: PERIOD_SECONDS,
          stat: metric.stat,
        },
      })),
    ],
    comparisonOperator: "GreaterThanThreshold",
    threshold: definition.threshold,
    evaluationPeriods: definition.minutes,
    datapointsToAlarm: definition.datapoints,
    treatMissingData: definition.isQuietGood ? "notBreaching" : "missing",
    alarmActions: [topic.ref],
    okActions: [topic.ref],
  });
  if (definition.severity === "Critical") {
    addOutput(stack, `${definition.id}Arn`, alarm.attrArn, definition.description);
  }
  return { definition, alarm };
}

function dimensionsOf(stack: Stack, { dimensions }: AlarmMetric, context: BlueprintContext) {
  return Object.entries(dimensions).map(([name, reference]) => ({
    name,
    value: read(stack, reference, context),
  }));
}

function read(stack: Stack, reference: Reference, context: BlueprintContext): string {
  if (typeof reference === "string") return reference;
  const { stack: producer, output, index, length } = reference;
  if (index === undefined) return readOutput(stack, context, producer, output);
  return readListOutput(stack, context, producer, output, length ?? index + 1)[index] ?? "";
}

/**
 * One state for the whole environment: well, as long as no critical alarm rings. It tells nobody; those
 * alarms do.
 */
function addHealth(stack: Stack, alarms: AddedAlarm[], { environmentName }: BlueprintContext): void {
  const critical = alarms.filter(({ definition }) => definition.severity === "Critical");
  const health = new cloudwatch.CfnCompositeAlarm(stack, "HealthAlarm", {
    alarmName: `${environmentName}-health`,
    alarmDescription: "A critical alarm of the environment rings",
    alarmRule: Fn.join(
      " OR ",
      critical.map(({ alarm }) => Fn.join("", ['ALARM("', alarm.ref, '")'])),
    ),
  });
  addOutput(stack, "HealthAlarmArn", health.attrArn, "Composite alarm of the environment's health");
}
