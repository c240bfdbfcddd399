import type { Stack } from "aws-cdk-lib";
import * as sns from "aws-cdk-lib/aws-sns";
import type { BlueprintContext } from "../model/blueprint";

/** Lets services of this account publish to a topic, and nobody speak to it without TLS. */
export function addTopicPolicy(
  stack: Stack,
  topic: sns.CfnTopic,
  { accountId }: BlueprintContext,
  publishers: readonly string[],
): void {
  const publish = { Action: "sns:Publish", Resource: topic.ref };
  new sns.CfnTopicPolicy(stack, `${topic.node.id}Policy`, {
    topics: [topic.ref],
    policyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "PublishFromThisAccount",
          Effect: "Allow",
          Principal: { Service: publishers },
          ...publish,
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
        {
          Sid: "TlsOnly",
          Effect: "Deny",
          Principal: "*",
          ...publish,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    },
  });
}
