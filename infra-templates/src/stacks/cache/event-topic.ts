import type { Stack } from "aws-cdk-lib";
import * as sns from "aws-cdk-lib/aws-sns";
import { addOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";

/**
 * Where ElastiCache tells of snapshots, failovers and replaced nodes. It publishes to topics that are not
 * encrypted only, and that name the account as `aws:SourceOwner` (ElastiCache user guide, "Event
 * Notifications and Amazon SNS"); its messages hold names and no data.
 */
export function addEventTopic(
  stack: Stack,
  { environmentName, accountId }: BlueprintContext,
): sns.CfnTopicPolicy {
  const topic = new sns.CfnTopic(stack, "EventTopic", { topicName: `${environmentName}-cache-events` });
  const publish = { Principal: "*", Action: "sns:Publish", Resource: topic.ref };
  addOutput(stack, "EventTopicArn", topic.ref, "Where the cache tells of snapshots and failovers");
  return new sns.CfnTopicPolicy(stack, "EventTopicPolicy", {
    topics: [topic.ref],
    policyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "PublishForThisAccount",
          Effect: "Allow",
          ...publish,
          Condition: { StringEquals: { "aws:SourceOwner": accountId } },
        },
        {
          Sid: "TlsOnly",
          Effect: "Deny",
          ...publish,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    },
  });
}
