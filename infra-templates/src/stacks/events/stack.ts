import { Aws, Fn, type Stack } from "aws-cdk-lib";
import * as events from "aws-cdk-lib/aws-events";
import * as logs from "aws-cdk-lib/aws-logs";
import * as sqs from "aws-cdk-lib/aws-sqs";
import {
  acceptRuleDeadLetters,
  addDeadLetters,
  allowRules,
  RETRY_POLICY,
} from "../../constructs/dead-letters";
import { keepData } from "../../constructs/keep-data";
import { addOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import {
  archiveId,
  BUSES,
  type BusDefinition,
  busId,
  busLogGroupId,
  busLogName,
  DEAD_LETTER_OWNERS,
  deadLettersId,
  queueId,
  ROUTES,
  type Route,
} from "./event-flow";
import { addFunction } from "./event-function";
import type { EventsSpec } from "./model";

/**
 * Two buses with eight rules: six that route to a queue or function, and one per bus that logs everything.
 */
export function buildEvents(stack: Stack, spec: EventsSpec, context: BlueprintContext): void {
  const deadLetters = new Map(
    DEAD_LETTER_OWNERS.map(({ consumer, name }) => [consumer, addLetters(stack, consumer, name, context)]),
  );
  const lettersOf = (consumer: string): sqs.CfnQueue => {
    const queue = deadLetters.get(consumer);
    if (!queue) throw new Error(`${consumer} has no dead-letter queue`);
    return queue;
  };
  const buses = new Map(BUSES.map((bus) => [bus.id, addBus(stack, bus, spec, context)]));
  for (const bus of BUSES)
    addLogRule(stack, bus, buses.get(bus.id)!, lettersOf(busLogName(bus.id)), spec, context);
  for (const route of ROUTES) {
    const source = BUSES.find((bus) => bus.id === route.bus)!.source;
    addRoute(stack, route, source, buses.get(route.bus)!, lettersOf(route.consumer), spec, context);
  }
}

function addBus(
  stack: Stack,
  bus: BusDefinition,
  spec: EventsSpec,
  { environmentName }: BlueprintContext,
): events.CfnEventBus {
  const resource = new events.CfnEventBus(stack, busId(bus.id), { name: `${environmentName}-${bus.name}` });
  // Never kept: its managed rule on the bus would forbid deleting the bus. The log group keeps the events.
  new events.CfnArchive(stack, archiveId(bus.id), {
    archiveName: `${environmentName}-${bus.name}`,
    sourceArn: resource.attrArn,
    retentionDays: spec.events.archiveDays,
  });
  addOutput(stack, `${busId(bus.id)}Name`, resource.ref, `Bus that ${bus.source} publishes to`);
  addOutput(stack, `${busId(bus.id)}Arn`, resource.attrArn, `ARN of ${bus.name}`);
  return resource;
}

/**
 * Logs every event of the bus. The log group's own policy lets EventBridge write: an account has only ten
 * shared ones.
 */
function addLogRule(
  stack: Stack,
  bus: BusDefinition,
  resource: events.CfnEventBus,
  letters: sqs.CfnQueue,
  spec: EventsSpec,
  { environmentName, accountId, region, stage }: BlueprintContext,
): void {
  const logGroupName = `/aws/events/${environmentName}-${bus.name}`;
  const ruleName = `${environmentName}-${bus.name}-log`;
  const arn = (service: string, resourceName: string) =>
    Fn.join("", ["arn:", Aws.PARTITION, `:${service}:${region}:${accountId}:${resourceName}`]);
  const streams = arn("logs", `log-group:${logGroupName}:*`);
  const writers = { Service: ["delivery.logs.amazonaws.com", "events.amazonaws.com"] };
  const group = new logs.CfnLogGroup(stack, busLogGroupId(bus.id), {
    logGroupName,
    logGroupClass: "STANDARD",
    retentionInDays: spec.events.logRetentionDays,
    resourcePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: writers, Action: "logs:CreateLogStream", Resource: streams },
        {
          Effect: "Allow",
          Principal: writers,
          Action: "logs:PutLogEvents",
          Resource: streams,
          Condition: {
            ArnEquals: {
              "aws:SourceArn": arn("events", `rule/${environmentName}-${bus.name}/${ruleName}`),
            },
          },
        },
      ],
    },
  });
  keepData(group, stage === "prod");
  const rule = new events.CfnRule(stack, `${busLogName(bus.id)}Rule`, {
    name: ruleName,
    description: `Logs every event of ${bus.name}`,
    eventBusName: resource.ref,
    eventPattern: { source: [bus.source] },
    targets: [
      {
        id: "log",
        arn: Fn.join("", ["arn:", Aws.PARTITION, `:logs:${region}:${accountId}:log-group:`, group.ref]),
        retryPolicy: RETRY_POLICY,
        deadLetterConfig: { arn: letters.attrArn },
      },
    ],
  });
  allowRules(stack, `${deadLettersId(busLogName(bus.id))}Policy`, letters, [rule]);
}

function addRoute(
  stack: Stack,
  route: Route,
  source: string,
  bus: events.CfnEventBus,
  letters: sqs.CfnQueue,
  spec: EventsSpec,
  context: BlueprintContext,
): void {
  const isQueue = route.target === "queue";
  const queue = isQueue ? addQueue(stack, route, letters, spec, context) : null;
  const fn = isQueue ? null : addFunction(stack, route, letters, spec, context);
  const rule = new events.CfnRule(stack, `${route.id}Rule`, {
    name: `${context.environmentName}-${route.name}`,
    description: route.purpose,
    eventBusName: bus.ref,
    eventPattern: { source: [source], "detail-type": [route.detailType] },
    targets: [
      {
        id: route.name,
        arn: queue?.attrArn ?? fn?.function.attrArn ?? "",
        retryPolicy: RETRY_POLICY,
        deadLetterConfig: { arn: letters.attrArn },
      },
    ],
  });
  allowRules(stack, `${deadLettersId(route.consumer)}Policy`, letters, [rule]);
  if (queue) allowRules(stack, `${queueId(route.consumer)}Policy`, queue, [rule]);
  fn?.allow(rule);
}

function addQueue(
  stack: Stack,
  route: Route,
  letters: sqs.CfnQueue,
  spec: EventsSpec,
  { environmentName, stage }: BlueprintContext,
): sqs.CfnQueue {
  const queue = new sqs.CfnQueue(stack, queueId(route.consumer), {
    queueName: `${environmentName}-${route.name}`,
    messageRetentionPeriod: spec.events.queueRetentionDays * 86_400,
    receiveMessageWaitTimeSeconds: 20,
    visibilityTimeout: 60,
    sqsManagedSseEnabled: true,
    redrivePolicy: { deadLetterTargetArn: letters.attrArn, maxReceiveCount: spec.events.maxReceiveCount },
  });
  keepData(queue, stage === "prod");
  addOutput(stack, `${queueId(route.consumer)}Url`, queue.ref, route.purpose);
  addOutput(stack, `${queueId(route.consumer)}Arn`, queue.attrArn, `ARN of ${route.name}`);
  return queue;
}

function addLetters(stack: Stack, consumer: string, name: string, context: BlueprintContext): sqs.CfnQueue {
  const queue = addDeadLetters(stack, deadLettersId(consumer), name, context);
  keepData(queue, context.stage === "prod");
  if (BUSES.some((bus) => busLogName(bus.id) === consumer)) acceptRuleDeadLetters(queue);
  return queue;
}
