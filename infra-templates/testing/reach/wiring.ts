import type { Environment, Json, Resource } from "./environment";
import { reachesService } from "./network";
import * as places from "./places";
import { keyAllows, resourceAllows, roleAllows, statementsOf } from "./policies";
import { accessLogProblems, recordProblems, trusted, unless, wafProblems, writes } from "./wiring-of-logs";

/**
 * What AWS services of an environment do to one another, found in the templates themselves: every target of a
 * rule, action of an alarm, destination of a log or record needs the policies that let it arrive.
 */
export function wiringProblems(env: Environment): string[] {
  return [
    ...env.ofType("AWS::Events::Rule").flatMap((rule) => ruleProblems(env, rule)),
    ...[...env.ofType("AWS::CloudWatch::Alarm"), ...env.ofType("AWS::CloudWatch::CompositeAlarm")].flatMap(
      (alarm) =>
        [alarm.properties.AlarmActions ?? [], alarm.properties.OKActions ?? []]
          .flat()
          .flatMap((topic) =>
            publishProblems(env, env.find(topic), "cloudwatch.amazonaws.com", "sns:Publish"),
          ),
    ),
    ...env.ofType("AWS::APS::Workspace").flatMap((workspace) => alertProblems(env, workspace)),
    ...env
      .ofType("AWS::ElastiCache::ReplicationGroup")
      .flatMap(({ properties }) => cacheEventProblems(env, env.find(properties.NotificationTopicArn))),
    ...env.ofType("AWS::Lambda::Function").flatMap((fn) => functionProblems(env, fn)),
    ...env
      .ofType("AWS::EC2::FlowLog")
      .flatMap(({ properties }) => [
        ...trusted(env, properties.DeliverLogsPermissionArn, "vpc-flow-logs.amazonaws.com"),
        ...writes(env, properties.DeliverLogsPermissionArn, `${properties.LogGroupName}#Arn`),
      ]),
    ...env.ofType("AWS::WAFv2::LoggingConfiguration").flatMap((logging) => wafProblems(env, logging)),
    ...recordProblems(env),
    ...accessLogProblems(env),
    ...env.ofType("AWS::Backup::BackupSelection").flatMap(({ properties }) => {
      const { IamRoleArn } = properties.BackupSelection as Json;
      return [
        ...trusted(env, IamRoleArn, "backup.amazonaws.com"),
        ...unless(
          JSON.stringify(env.find(IamRoleArn)?.properties.ManagedPolicyArns).includes("ForBackup"),
          "the backup role may not back up",
        ),
      ];
    }),
    ...env.ofType("AWS::Scheduler::Schedule").flatMap(({ properties }) => {
      const { Arn, RoleArn } = properties.Target as Json;
      return [
        ...trusted(env, RoleArn, "scheduler.amazonaws.com"),
        ...unless(
          roleAllows(env, env.find(RoleArn), { action: "states:StartExecution", resource: String(Arn) }),
          "the schedule may not start what it is for",
        ),
      ];
    }),
    ...karpenterProblems(env),
    ...collectorProblems(env),
  ];
}

/** Of all policies of queues and topics, whether one lets the service do it. */
function policyOf(env: Environment, resource: Resource, type: string, key: string): unknown[] {
  return env
    .ofType(type)
    .filter(({ properties }) => (properties[key] as string[]).some((one) => env.find(one) === resource))
    .map(({ properties }) => properties.PolicyDocument);
}

function sendProblems(env: Environment, target: unknown, rule: Resource): string[] {
  const queue = env.find(target);
  if (queue?.type !== "AWS::SQS::Queue") return [`${rule.handle}: ${target} is no queue`];
  const source = `${rule.handle}#Arn`;
  const isLetIn = policyOf(env, queue, "AWS::SQS::QueuePolicy", "Queues").some((document) =>
    resourceAllows(document, "events.amazonaws.com", "sqs:SendMessage", source),
  );
  const key = queue.properties.KmsMasterKeyId;
  return [
    ...unless(isLetIn, `${queue.handle} does not take ${rule.handle}'s events`),
    ...unless(
      key === undefined || keyAllows(env, key, "events.amazonaws.com"),
      `${key} does not know EventBridge`,
    ),
  ];
}

function publishProblems(
  env: Environment,
  topic: Resource | undefined,
  service: string,
  action: string,
): string[] {
  if (topic?.type !== "AWS::SNS::Topic") return [`${service} publishes to nothing`];
  const isLetIn = policyOf(env, topic, "AWS::SNS::TopicPolicy", "Topics").some((document) =>
    resourceAllows(document, service, action),
  );
  const key = topic.properties.KmsMasterKeyId;
  return [
    ...unless(isLetIn, `${topic.handle} does not allow ${service} ${action}`),
    ...unless(key === undefined || keyAllows(env, key, service), `${key} does not know ${service}`),
  ];
}

/**
 * ElastiCache publishes to unencrypted topics, as the account that the topic names ("Event Notifications and
 * Amazon SNS").
 */
function cacheEventProblems(env: Environment, topic: Resource | undefined): string[] {
  if (topic?.type !== "AWS::SNS::Topic") return ["the cache tells nobody"];
  const isLetIn = policyOf(env, topic, "AWS::SNS::TopicPolicy", "Topics")
    .flatMap(statementsOf)
    .some(
      ({ Effect, Condition }) => Effect === "Allow" && JSON.stringify(Condition).includes("aws:SourceOwner"),
    );
  return [
    ...unless(isLetIn, `${topic.handle} does not let the account's cache publish`),
    ...unless(topic.properties.KmsMasterKeyId === undefined, "ElastiCache publishes to no encrypted topic"),
  ];
}

function ruleProblems(env: Environment, rule: Resource): string[] {
  return (rule.properties.Targets as Json[]).flatMap(({ Arn, DeadLetterConfig }) => {
    const letters = (DeadLetterConfig as Json | undefined)?.Arn;
    return [
      ...targetProblems(env, rule, String(Arn)),
      ...(letters === undefined
        ? [`${rule.handle} loses what it cannot deliver`]
        : sendProblems(env, letters, rule)),
    ];
  });
}

function targetProblems(env: Environment, rule: Resource, arn: string): string[] {
  if (arn.startsWith("arn:aws:logs:")) {
    const group = env.ofType("AWS::Logs::LogGroup").find(({ handle }) => arn.endsWith(`:${handle}`));
    const { region } = rule;
    const names = [rule.properties.EventBusName, rule.properties.Name].map(
      (one) => env.find(one)?.properties.Name ?? one,
    );
    const source = `arn:aws:events:${region}:111122223333:rule/${names.join("/")}`;
    return unless(
      resourceAllows(
        group?.properties.ResourcePolicyDocument,
        "events.amazonaws.com",
        "logs:PutLogEvents",
        source,
      ),
      `${group?.handle} does not take ${rule.handle}'s events`,
    );
  }
  const target = env.find(arn);
  if (target?.type === "AWS::SNS::Topic")
    return publishProblems(env, target, "events.amazonaws.com", "sns:Publish");
  if (target?.type !== "AWS::Lambda::Function") return sendProblems(env, arn, rule);
  const isLetIn = env
    .ofType("AWS::Lambda::Permission")
    .some(
      ({ properties }) =>
        env.find(properties.FunctionName) === target &&
        properties.Principal === "events.amazonaws.com" &&
        properties.SourceArn === `${rule.handle}#Arn`,
    );
  return unless(isLetIn, `${target.handle} may not be called by ${rule.handle}`);
}

/**
 * https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-alertmanager-receiver-AMPpermission.html names
 * both actions.
 */
function alertProblems(env: Environment, { properties }: Resource): string[] {
  const topics = env
    .ofType("AWS::SNS::Topic")
    .filter(({ handle }) =>
      new RegExp(`topic_arn: ${handle}\\b`).test(String(properties.AlertManagerDefinition)),
    );
  return [
    ...unless(topics.length > 0, "alerts of Prometheus go nowhere"),
    ...topics.flatMap((topic) =>
      ["sns:Publish", "sns:GetTopicAttributes"].flatMap((action) =>
        publishProblems(env, topic, "aps.amazonaws.com", action),
      ),
    ),
  ];
}

function functionProblems(env: Environment, { handle, properties }: Resource): string[] {
  const role = env.find(properties.Role);
  const table = ((properties.Environment as Json | undefined)?.Variables as Json | undefined)?.TICKETS_TABLE;
  const letters = (properties.DeadLetterConfig as Json | undefined)?.TargetArn;
  const group = (properties.LoggingConfig as Json | undefined)?.LogGroup;
  const isThere = env
    .ofType("AWS::DynamoDB::GlobalTable")
    .some(({ properties: one }) => one.TableName === table);
  return [
    ...writes(env, properties.Role, `${group}#Arn`),
    ...unless(
      roleAllows(env, role, { action: "sqs:SendMessage", resource: String(letters) }),
      `${handle} may not write dead letters`,
    ),
    ...(table === undefined
      ? []
      : [
          ...unless(isThere, `${handle} writes to a table that is not there`),
          ...unless(
            roleAllows(env, role, {
              action: "dynamodb:UpdateItem",
              resource: `arn:aws:dynamodb:${role?.region}:111122223333:table/${table}`,
            }),
            `${handle} may not write to ${table}`,
          ),
        ]),
  ];
}

function karpenterProblems(env: Environment): string[] {
  const role = places.roleOfPods(env, "karpenter", "karpenter");
  if (!role) return places.cluster(env) ? ["Karpenter's pods have no role"] : [];
  const queue = env.ofType("AWS::SQS::Queue").find(({ handle }) => handle === "karpenter.InterruptionQueue");
  const entry = env
    .ofType("AWS::EKS::AccessEntry")
    .find(
      ({ properties }) =>
        properties.Type === "EC2_LINUX" && env.find(properties.PrincipalArn)?.stack === "karpenter",
    );
  const place = { ...places.nodes(env), name: "Karpenter" };
  return [
    ...["ReceiveMessage", "DeleteMessage", "GetQueueUrl"].flatMap((name) =>
      unless(
        roleAllows(env, role, { action: `sqs:${name}`, resource: `${queue?.handle}#Arn` }),
        `Karpenter may not ${name}`,
      ),
    ),
    ...unless(entry !== undefined, "the cluster does not know Karpenter's nodes"),
    ...unless(
      roleAllows(env, role, { action: "iam:PassRole", resource: String(entry?.properties.PrincipalArn) }),
      "Karpenter may not hand its nodes their role",
    ),
    ...["sqs", "ec2", "eks", "pricing", "iam"].flatMap((service) =>
      unless(reachesService(env, place, service), `Karpenter does not reach ${service}`),
    ),
  ];
}

function collectorProblems(env: Environment): string[] {
  const collectors = env
    .ofType("AWS::EKS::Addon")
    .filter(({ properties }) => properties.AddonName === "adot");
  const [workspace] = env.ofType("AWS::APS::Workspace");
  if (collectors.length === 0 || !workspace) return [];
  const role = places.roleOfPods(env, "opentelemetry-operator-system", "adot-col-prom-metrics");
  return [
    ...unless(
      roleAllows(env, role, { action: "aps:RemoteWrite", resource: `${workspace.handle}#Arn` }) ||
        roleAllows(env, role, {
          action: "aps:RemoteWrite",
          resource: `arn:aws:aps:${workspace.region}:111122223333:workspace/ws-1`,
        }),
      "the collector may not write to Prometheus",
    ),
    ...unless(
      reachesService(env, { ...places.nodes(env), name: "collector" }, "aps-workspaces"),
      "the collector does not reach Prometheus",
    ),
  ];
}
