import { Aws, Fn, type Stack } from "aws-cdk-lib";
import * as events from "aws-cdk-lib/aws-events";
import * as sns from "aws-cdk-lib/aws-sns";
import { arnOf } from "../../constructs/arn";
import { stackName } from "../../constructs/create-stack";
import {
  acceptRuleDeadLetters,
  addDeadLetters,
  allowRules,
  RETRY_POLICY,
} from "../../constructs/dead-letters";
import { addEncryptionKey } from "../../constructs/encryption-key";
import { readOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { emailId } from "../../spec/email-list";
import { type AlarmsSpec, recipientsOf, severityOf, TOPICS, type TopicId } from "./model";

export type Topics = Record<TopicId, sns.CfnTopic>;

const PUBLISHERS = ["aps.amazonaws.com", "cloudwatch.amazonaws.com", "events.amazonaws.com"];

/**
 * A topic for each severity: encrypted by a key that the publishing services may use, spoken to over TLS
 * only.
 */
export function addTopics(stack: Stack, { observability }: AlarmsSpec, context: BlueprintContext): Topics {
  const key = addEncryptionKey(stack, context, {
    id: "NotificationKey",
    description: `Alarms and notices of ${context.environmentName}`,
    principals: PUBLISHERS,
  });
  const add = (id: TopicId) => {
    const topic = new sns.CfnTopic(stack, id, {
      topicName: `${context.environmentName}-${severityOf(id)}`,
      kmsMasterKeyId: key.ref,
    });
    addPolicy(stack, `${id}Policy`, topic, context);
    subscribe(stack, id, topic.ref, recipientsOf(observability, id));
    return topic;
  };
  const [critical, warning, info] = TOPICS;
  return { CriticalTopic: add(critical), WarningTopic: add(warning), InfoTopic: add(info) };
}

function subscribe(stack: Stack, id: string, topicArn: string, emails: readonly string[]): void {
  for (const endpoint of emails) {
    new sns.CfnSubscription(stack, `${id}${emailId(endpoint)}`, { topicArn, protocol: "email", endpoint });
  }
}

function addPolicy(stack: Stack, id: string, topic: sns.CfnTopic, { accountId }: BlueprintContext): void {
  new sns.CfnTopicPolicy(stack, id, {
    topics: [topic.ref],
    policyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "PublishFromThisAccount",
          Effect: "Allow",
          Principal: { Service: PUBLISHERS },
          Action: "sns:Publish",
          Resource: topic.ref,
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
        {
          // Managed Prometheus looks at a topic before it publishes to it (its user guide, "Giving …
          // permission to send alert messages").
          Sid: "LookFromThisAccount",
          Effect: "Allow",
          Principal: { Service: "aps.amazonaws.com" },
          Action: "sns:GetTopicAttributes",
          Resource: topic.ref,
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
        {
          Sid: "TlsOnly",
          Effect: "Deny",
          Principal: "*",
          Action: "sns:Publish",
          Resource: topic.ref,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    },
  });
}

/** Notices that are no alarm: a deployment's end, a backup's end, Karpenter adding or removing nodes. */
export function addNotices(
  stack: Stack,
  spec: AlarmsSpec,
  context: BlueprintContext,
  info: sns.CfnTopic,
): void {
  const { environmentName, accountId, region } = context;
  // ElastiCache tells of snapshots to a topic of its own only, which takes no encryption.
  if (spec.cache?.enabled) {
    const topicArn = readOutput(stack, context, "cache", "EventTopicArn");
    subscribe(stack, "CacheEvents", topicArn, recipientsOf(spec.observability, "InfoTopic"));
  }
  const letters = addDeadLetters(stack, "NoticeDeadLetters", "notices", context);
  acceptRuleDeadLetters(letters);
  const rules: events.CfnRule[] = [];
  const add = (id: string, name: string, description: string, eventPattern: object) =>
    rules.push(
      new events.CfnRule(stack, id, {
        name: `${environmentName}-${name}`,
        description,
        eventPattern,
        targets: [
          {
            id: "info",
            arn: info.ref,
            retryPolicy: RETRY_POLICY,
            deadLetterConfig: { arn: letters.attrArn },
          },
        ],
      }),
    );
  add("DeploymentRule", "deployments", "A stack of the environment was deployed, or failed to be", {
    source: ["aws.cloudformation"],
    "detail-type": ["CloudFormation Stack Status Change"],
    detail: {
      "stack-id": [{ prefix: arnOf(stack, "cloudformation", `stack/${stackName(context, "")}`) }],
      "status-details": {
        status: [{ suffix: "_COMPLETE" }, { suffix: "_FAILED" }],
      },
    },
  });
  if (spec.cluster?.enabled) {
    // EventBridge has the calls of a service's API only where the account has a CloudTrail trail.
    add("ScalingRule", "karpenter-scaling", "Karpenter added or removed nodes", {
      source: ["aws.ec2"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: {
        eventName: ["CreateFleet", "TerminateInstances"],
        userIdentity: {
          sessionContext: {
            sessionIssuer: { arn: [readOutput(stack, context, "karpenter", "KarpenterRoleArn")] },
          },
        },
      },
    });
  }
  if (spec.backup?.enabled) {
    add("BackupRule", "backups", "A backup of the environment's data is done, or failed", {
      source: ["aws.backup"],
      "detail-type": ["Backup Job State Change"],
      detail: {
        state: ["COMPLETED", "FAILED", "ABORTED", "EXPIRED"],
        backupVaultArn: [
          Fn.join("", [
            "arn:",
            Aws.PARTITION,
            `:backup:${region}:${accountId}:backup-vault:${environmentName}-backup`,
          ]),
        ],
      },
    });
  }
  allowRules(stack, "NoticeDeadLettersPolicy", letters, rules);
}
