import type { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import { readOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { BUSES, busId, QUEUE_ROUTES, queueId } from "../events/event-flow";
import type { WorkloadsSpec } from "./model";

const allow = (Action: string | string[], Resource: string | string[]) => ({
  Effect: "Allow",
  Action,
  Resource,
});

/**
 * What the services' roles may do beside their tables: those stand in the data stack, which is built before
 * there are buses, queues and passwords. The app publishes and consumes; app and API read the passwords of
 * what they connect to.
 */
export function addServiceRights(stack: Stack, spec: WorkloadsSpec, context: BlueprintContext): void {
  const read = (producer: string, output: string) => readOutput(stack, context, producer, output);
  const messaging = [
    allow(
      "events:PutEvents",
      BUSES.map(({ id }) => read("events", `${busId(id)}Arn`)),
    ),
    allow(
      ["ChangeMessageVisibility", "DeleteMessage", "GetQueueAttributes", "GetQueueUrl", "ReceiveMessage"].map(
        (action) => `sqs:${action}`,
      ),
      QUEUE_ROUTES.map(({ consumer }) => read("events", `${queueId(consumer)}Arn`)),
    ),
  ];
  const passwords = [
    ...(spec.cache?.enabled ? [["cache", "AuthSecretArn"] as const] : []),
    ...(spec.aurora?.enabled ? [["aurora", "SecretArn"] as const] : []),
  ].flatMap(([producer, secret]) => [
    allow("secretsmanager:GetSecretValue", read(producer, secret)),
    {
      ...allow("kms:Decrypt", read(producer, "EncryptionKeyArn")),
      Condition: { StringEquals: { "kms:ViaService": `secretsmanager.${stack.region}.amazonaws.com` } },
    },
  ]);
  const attach = (id: string, policyName: string, statements: object[]) => {
    if (statements.length === 0) return;
    new iam.CfnRolePolicy(stack, `${id}${policyName === "passwords" ? "Passwords" : "Messaging"}`, {
      roleName: read("data", `${id}RoleName`),
      policyName,
      policyDocument: { Version: "2012-10-17", Statement: statements },
    });
  };
  attach("App", "messaging", messaging);
  attach("App", "passwords", passwords);
  attach("Api", "passwords", passwords);
}
