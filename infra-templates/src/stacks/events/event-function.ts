import { Aws, Fn, type Stack } from "aws-cdk-lib";
import type * as events from "aws-cdk-lib/aws-events";
import * as iam from "aws-cdk-lib/aws-iam";
import * as lambda from "aws-cdk-lib/aws-lambda";
import * as logs from "aws-cdk-lib/aws-logs";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import { keepData } from "../../constructs/keep-data";
import type { BlueprintContext } from "../../model/blueprint";
import { TABLES, tableName } from "../data/tables";
import {
  FUNCTION_MEMORY_MB,
  FUNCTION_TIMEOUT_SECONDS,
  functionId,
  functionLogGroupId,
  type Route,
} from "./event-flow";
import { FUNCTION_SOURCES } from "./functions";
import type { EventsSpec } from "./model";

type FunctionRoute = Extract<Route, { target: "function" }>;

/**
 * A small inline function with its log group and a role that can do its one task. `allow` lets a rule call
 * it.
 */
export function addFunction(
  stack: Stack,
  route: FunctionRoute,
  letters: sqs.CfnQueue,
  spec: EventsSpec,
  { environmentName, accountId, region, stage }: BlueprintContext,
): { function: lambda.CfnFunction; allow(rule: events.CfnRule): void } {
  const functionName = `${environmentName}-${route.name}`;
  const group = new logs.CfnLogGroup(stack, functionLogGroupId(route.consumer), {
    logGroupName: `/aws/lambda/${functionName}`,
    logGroupClass: "STANDARD",
    retentionInDays: spec.events.logRetentionDays,
  });
  keepData(group, stage === "prod");
  const tickets = tableName(environmentName, TABLES[0]);
  const statements = [
    { Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: group.attrArn },
    { Effect: "Allow", Action: "sqs:SendMessage", Resource: letters.attrArn },
  ];
  if (route.consumer === "TicketStatus") {
    const table = Fn.join("", ["arn:", Aws.PARTITION, `:dynamodb:${region}:${accountId}:table/${tickets}`]);
    statements.push({ Effect: "Allow", Action: "dynamodb:UpdateItem", Resource: table });
  }
  const role = addFunctionRole(stack, route, statements);
  const resource = new lambda.CfnFunction(stack, functionId(route.consumer), {
    functionName,
    description: route.purpose,
    runtime: "nodejs24.x",
    architectures: ["arm64"],
    handler: "index.handler",
    code: { zipFile: FUNCTION_SOURCES[route.consumer] },
    memorySize: FUNCTION_MEMORY_MB,
    timeout: FUNCTION_TIMEOUT_SECONDS,
    role: role.attrArn,
    environment: route.consumer === "TicketStatus" ? { variables: { TICKETS_TABLE: tickets } } : undefined,
    deadLetterConfig: { targetArn: letters.attrArn },
    loggingConfig: { logFormat: "JSON", logGroup: group.ref },
  });
  return {
    function: resource,
    allow: (rule) => {
      new lambda.CfnPermission(stack, `${functionId(route.consumer)}Permission`, {
        action: "lambda:InvokeFunction",
        functionName: resource.ref,
        principal: "events.amazonaws.com",
        sourceArn: rule.attrArn,
      });
    },
  };
}

function addFunctionRole(stack: Stack, route: FunctionRoute, statements: object[]): iam.CfnRole {
  return new iam.CfnRole(stack, `${route.consumer}Role`, {
    description: route.purpose,
    assumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
      ],
    },
    policies: [{ policyName: "task", policyDocument: { Version: "2012-10-17", Statement: statements } }],
  });
}
