import type { Stack } from "aws-cdk-lib";
import * as eks from "aws-cdk-lib/aws-eks";
import * as events from "aws-cdk-lib/aws-events";
import * as iam from "aws-cdk-lib/aws-iam";
import * as sqs from "aws-cdk-lib/aws-sqs";
import { addDeadLetters, allowRules } from "../../constructs/dead-letters";
import { addOutput, readOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { acceptFinding } from "../../policy/accept-finding";
import { addNodeRole } from "../cluster/node-role";
import { addPodRole } from "../cluster/pod-role";
import type { KarpenterSpec } from "./model";
import { karpenterStatements } from "./policy";

/**
 * A notice counts for two minutes at most; what is older only shows in the dead letters that something is
 * wrong.
 */
const NOTICE_RETRY_POLICY = { maximumEventAgeInSeconds: 120, maximumRetryAttempts: 10 };

/** What tells Karpenter that a node is about to go: source and detail type of the event. */
const NOTICES = [
  {
    id: "SpotInterruption",
    name: "spot-interruption",
    source: "aws.ec2",
    detailType: "EC2 Spot Instance Interruption Warning",
  },
  {
    id: "Rebalance",
    name: "rebalance",
    source: "aws.ec2",
    detailType: "EC2 Instance Rebalance Recommendation",
  },
  {
    id: "InstanceState",
    name: "instance-state",
    source: "aws.ec2",
    detailType: "EC2 Instance State-change Notification",
  },
  { id: "ScheduledChange", name: "scheduled-change", source: "aws.health", detailType: "AWS Health Event" },
] as const;

/**
 * Everything Karpenter needs outside the cluster: its controller's role, its nodes' role, and the queue that
 * warns it.
 */
export function buildKarpenter(stack: Stack, _: KarpenterSpec, context: BlueprintContext): void {
  const cluster = {
    name: readOutput(stack, context, "cluster", "ClusterName"),
    arn: readOutput(stack, context, "cluster", "ClusterArn"),
  };
  const nodeRole = addNodeRole(stack, "KarpenterNodeRole", "Nodes that Karpenter starts", cluster);
  const profile = new iam.CfnInstanceProfile(stack, "KarpenterNodeProfile", { roles: [nodeRole.ref] });
  new eks.CfnAccessEntry(stack, "KarpenterNodeAccess", {
    clusterName: cluster.name,
    principalArn: nodeRole.attrArn,
    type: "EC2_LINUX",
  });
  const queue = addInterruptionQueue(stack, context);
  const { role } = addPodRole(stack, cluster, context, {
    id: "Karpenter",
    description: "Karpenter: starts and ends the nodes of this cluster",
    serviceAccount: { namespace: "karpenter", name: "karpenter" },
    statements: karpenterStatements(stack, {
      clusterName: context.environmentName,
      clusterArn: cluster.arn,
      queueArn: queue.attrArn,
      nodeRoleArn: nodeRole.attrArn,
      profileArn: profile.attrArn,
    }),
  });
  acceptFinding(role, "AwsSolutions-IAM5", {
    en: "Karpenter's official policy: ids of what it starts are not known before, so that tags of this cluster bound it; the rest only reads.",
    ko: "Karpenter 공식 정책입니다. 시작할 리소스의 ID를 미리 알 수 없어 이 클러스터의 태그로 제한하며, 나머지는 읽기 전용입니다.",
  });
  addOutput(stack, "KarpenterQueueName", queue.attrQueueName, "Karpenter's settings.interruptionQueue");
  addOutput(stack, "KarpenterRoleArn", role.attrArn, "Role of Karpenter's controller");
  addOutput(stack, "KarpenterProfileName", profile.ref, "spec.instanceProfile of Karpenter's EC2NodeClass");
}

function addInterruptionQueue(stack: Stack, context: BlueprintContext): sqs.CfnQueue {
  const { environmentName } = context;
  const letters = addDeadLetters(stack, "InterruptionDeadLetters", "karpenter", context);
  const queue = new sqs.CfnQueue(stack, "InterruptionQueue", {
    queueName: `${environmentName}-karpenter`,
    messageRetentionPeriod: 300,
    sqsManagedSseEnabled: true,
    redrivePolicy: { deadLetterTargetArn: letters.attrArn, maxReceiveCount: 5 },
  });
  const rules = NOTICES.map(
    ({ id, name, source, detailType }) =>
      new events.CfnRule(stack, `${id}Rule`, {
        name: `${environmentName}-karpenter-${name}`,
        description: `Tells Karpenter: ${detailType}`,
        eventPattern: { source: [source], "detail-type": [detailType] },
        targets: [
          {
            id: "karpenter",
            arn: queue.attrArn,
            retryPolicy: NOTICE_RETRY_POLICY,
            deadLetterConfig: { arn: letters.attrArn },
          },
        ],
      }),
  );
  allowRules(stack, "InterruptionQueuePolicy", queue, rules);
  allowRules(stack, "InterruptionDeadLettersPolicy", letters, rules);
  return queue;
}
