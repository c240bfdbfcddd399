import { isObject, type Json, type JsonObject, type TemplateResource } from "./template";

type Made = Record<string, TemplateResource>;

const POLLED = new Set(["SQS", "Kinesis", "DynamoDB", "MSK", "MQ", "SelfManagedKafka", "DocumentDB"]);
const RULES = new Set(["Schedule", "EventBridgeRule", "CloudWatchEvent"]);

/**
 * What AWS SAM makes of the events of a function or state machine, under the names that it gives: event
 * source mappings, rules, schedules, subscriptions, and the queues of those that ask for one without naming
 * it.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
 */
export function eventResources(id: string, { Events }: JsonObject): Made {
  const events = isObject(Events) ? Object.entries(Events as JsonObject) : [];
  return Object.assign({}, ...events.map(([name, event]) => made(id, `${id}${name}`, event)));
}

function made(id: string, name: string, event: Json): Made {
  const { Type } = isObject(event) ? event : {};
  const properties = objectIn(event, "Properties");
  const queue = deadLetters(name, properties);
  if (typeof Type !== "string") return {};
  if (POLLED.has(Type)) {
    const Properties = { ...properties, EventSourceArn: sourceOf(properties), FunctionName: { Ref: id } };
    return { [name]: { Type: "AWS::Lambda::EventSourceMapping", Properties } };
  }
  if (RULES.has(Type)) {
    const { Pattern, Schedule, State } = properties;
    const Properties = defined({ EventPattern: Pattern, ScheduleExpression: Schedule, State });
    return { [name]: { Type: "AWS::Events::Rule", Properties }, ...queue };
  }
  if (Type === "ScheduleV2") {
    const { ScheduleExpression, State } = properties;
    const Properties = defined({ ScheduleExpression, State, FlexibleTimeWindow: { Mode: "OFF" } });
    return { [name]: { Type: "AWS::Scheduler::Schedule", Properties }, ...queue };
  }
  if (Type === "SNS") return subscribed(id, name, properties);
  return {};
}

/** Directly, or by way of a queue that is made where the event asks for one without naming it. */
function subscribed(id: string, name: string, properties: JsonObject): Made {
  const { Topic = null, SqsSubscription } = properties;
  const isQueued = SqsSubscription === true || SqsSubscription === "true";
  const ownQueue = isObject(SqsSubscription) ? objectIn(properties, "SqsSubscription") : null;
  const isByQueue = isQueued || ownQueue !== null;
  const subscription = {
    Type: "AWS::SNS::Subscription",
    Properties: { TopicArn: Topic, Protocol: isByQueue ? "sqs" : "lambda" },
  };
  if (!isByQueue) return { [name]: subscription };
  const EventSourceArn = ownQueue?.QueueArn ?? { "Fn::GetAtt": [`${name}Queue`, "Arn"] };
  const mapping = {
    Type: "AWS::Lambda::EventSourceMapping",
    Properties: { EventSourceArn, FunctionName: { Ref: id } },
  };
  return {
    [name]: subscription,
    [`${name}EventSourceMapping`]: mapping,
    ...(isQueued && { [`${name}Queue`]: { Type: "AWS::SQS::Queue" } }),
  };
}

/** A queue is made for what fails when the event asks for one without naming it. */
function deadLetters(name: string, properties: JsonObject): Made {
  const { Type, Arn, QueueLogicalId } = objectIn(properties, "DeadLetterConfig");
  if (Type !== "SQS" || Arn !== undefined) return {};
  return {
    [typeof QueueLogicalId === "string" ? QueueLogicalId : `${name}Queue`]: { Type: "AWS::SQS::Queue" },
  };
}

function sourceOf({ Queue, Stream, Cluster, Broker }: JsonObject): Json {
  return Queue ?? Stream ?? Cluster ?? Broker ?? null;
}

function defined(properties: Record<string, Json | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined),
  ) as JsonObject;
}

export function objectIn(holder: Json | undefined, name: string): JsonObject {
  const value = isObject(holder) ? (holder as JsonObject)[name] : undefined;
  return isObject(value) ? (value as JsonObject) : {};
}
