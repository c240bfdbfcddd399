import type { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as scheduler from "aws-cdk-lib/aws-scheduler";
import * as stepfunctions from "aws-cdk-lib/aws-stepfunctions";
import * as wafv2 from "aws-cdk-lib/aws-wafv2";
import { acceptFinding } from "../../policy/accept-finding";
import type { EdgeSettings } from "../edge/settings";

/**
 * The networks that the load test may come from, and what empties them at the end of its last day (UTC): from
 * then on the rule matches nothing, without anybody doing anything. CloudFormation calls the emptied set
 * drift, until the day is removed.
 */
export function addLoadTestSources(
  stack: Stack,
  edge: EdgeSettings,
  environmentName: string,
): wafv2.CfnIPSet {
  const name = `${environmentName}-load-test`;
  const sources = new wafv2.CfnIPSet(stack, "LoadTestSources", {
    name,
    // The day is in it so that prolonging a load test fills a set again that was emptied.
    description: `Networks of the load generators until ${edge.loadTestUntil}`,
    scope: "CLOUDFRONT",
    ipAddressVersion: "IPV4",
    addresses: edge.loadTestSources,
  });
  const machine = addEnd(stack, sources, name);
  const role = addRole(
    stack,
    "LoadTestScheduleRole",
    "scheduler.amazonaws.com",
    "Starts the end of the load test",
    {
      Action: "states:StartExecution",
      Resource: machine.ref,
    },
  );
  new scheduler.CfnSchedule(stack, "LoadTestSchedule", {
    name,
    description: "Ends the load test on its last day",
    scheduleExpression: `at(${edge.loadTestUntil}T23:59:59)`,
    scheduleExpressionTimezone: "UTC",
    flexibleTimeWindow: { mode: "OFF" },
    target: {
      arn: machine.ref,
      roleArn: role.attrArn,
      input: "{}",
      retryPolicy: { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 },
    },
  });
  return sources;
}

function addEnd(stack: Stack, sources: wafv2.CfnIPSet, name: string): stepfunctions.CfnStateMachine {
  const role = addRole(stack, "LoadTestEndRole", "states.amazonaws.com", "Empties the load test's networks", {
    Action: ["wafv2:GetIPSet", "wafv2:UpdateIPSet"],
    Resource: sources.attrArn,
  });
  const machine = new stepfunctions.CfnStateMachine(stack, "LoadTestEnd", {
    stateMachineName: `${name}-end`,
    stateMachineType: "STANDARD",
    roleArn: role.attrArn,
    definitionString: stack.toJsonString(definition(sources, name)),
  });
  acceptFinding(machine, "AwsSolutions-SF1", {
    en: "It runs once, with two calls; Step Functions keeps the history of an execution for 90 days anyway.",
    ko: "두 번의 호출을 한 번만 실행하며, Step Functions가 실행 기록을 90일 동안 보관합니다.",
  });
  acceptFinding(machine, "AwsSolutions-SF2", {
    en: "Two calls that run once leave nothing to trace.",
    ko: "한 번만 실행되는 두 번의 호출이라 추적할 것이 없습니다.",
  });
  return machine;
}

/**
 * WAF wants the lock token of the set's latest version, so one that somebody changed meanwhile is read again.
 */
function definition(sources: wafv2.CfnIPSet, name: string): object {
  const set = { Id: sources.attrId, Name: name, Scope: "CLOUDFRONT" };
  const again = { ErrorEquals: ["States.ALL"], IntervalSeconds: 15, MaxAttempts: 6, BackoffRate: 2 };
  const stale = "Wafv2.WafOptimisticLockException";
  return {
    Comment: "Ends the load test",
    TimeoutSeconds: 3600,
    StartAt: "Read",
    States: {
      Read: {
        Type: "Task",
        Resource: "arn:aws:states:::aws-sdk:wafv2:getIPSet",
        Parameters: set,
        Retry: [again],
        Next: "Empty",
      },
      Empty: {
        Type: "Task",
        Resource: "arn:aws:states:::aws-sdk:wafv2:updateIPSet",
        Parameters: { ...set, Addresses: [], "LockToken.$": "$.LockToken" },
        Retry: [{ ErrorEquals: [stale], MaxAttempts: 0 }, again],
        Catch: [{ ErrorEquals: [stale], Next: "Read" }],
        End: true,
      },
    },
  };
}

function addRole(
  stack: Stack,
  id: string,
  service: string,
  description: string,
  statement: { Action: string | string[]; Resource: string },
): iam.CfnRole {
  return new iam.CfnRole(stack, id, {
    description,
    assumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: service },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": stack.account } },
        },
      ],
    },
    policies: [
      {
        policyName: "task",
        policyDocument: { Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] },
      },
    ],
  });
}
