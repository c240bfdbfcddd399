import type { Stack } from "aws-cdk-lib";
import type * as events from "aws-cdk-lib/aws-events";
import * as sqs from "aws-cdk-lib/aws-sqs";
import type { BlueprintContext } from "../model/blueprint";
import { acceptFinding } from "../policy/accept-finding";

/** SQS keeps messages 14 days at most; dead letters are kept that long. */
const DEAD_LETTER_SECONDS = 14 * 86_400;
/** EventBridge tries for a day (its own limit), and up to its limit of 185 times. */
export const RETRY_POLICY = { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 };

/** A queue for what could not be delivered. `name` follows the environment's name. */
export function addDeadLetters(
  stack: Stack,
  id: string,
  name: string,
  { environmentName }: BlueprintContext,
): sqs.CfnQueue {
  return new sqs.CfnQueue(stack, id, {
    queueName: `${environmentName}-${name}-dead-letters`,
    messageRetentionPeriod: DEAD_LETTER_SECONDS,
    sqsManagedSseEnabled: true,
  });
}

/** Says that a queue which only rules' targets name is a dead-letter queue, too. */
export function acceptRuleDeadLetters(queue: sqs.CfnQueue): void {
  acceptFinding(queue, "AwsSolutions-SQS3", {
    en: "It is itself a dead-letter queue: of an event rule's target, where the rule does not look.",
    ko: "이 큐 자체가 이벤트 규칙 대상의 데드 레터 큐(DLQ)입니다. 정책 규칙은 대상까지 확인하지 않습니다.",
  });
}

/** These rules may send to the queue, and nobody may speak to it without TLS. */
export function allowRules(
  stack: Stack,
  id: string,
  queue: sqs.CfnQueue,
  rules: readonly events.CfnRule[],
): void {
  const [rule, ...others] = rules.map(({ attrArn }) => attrArn);
  new sqs.CfnQueuePolicy(stack, id, {
    queues: [queue.ref],
    policyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "events.amazonaws.com" },
          Action: "sqs:SendMessage",
          Resource: queue.attrArn,
          Condition: { ArnEquals: { "aws:SourceArn": others.length > 0 ? [rule, ...others] : rule } },
        },
        {
          Effect: "Deny",
          Principal: "*",
          Action: "sqs:*",
          Resource: queue.attrArn,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    },
  });
}
