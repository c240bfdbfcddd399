import type { Stack } from "aws-cdk-lib";
import * as aps from "aws-cdk-lib/aws-aps";
import * as grafana from "aws-cdk-lib/aws-grafana";
import * as iam from "aws-cdk-lib/aws-iam";
import * as logs from "aws-cdk-lib/aws-logs";
import { arnOf } from "../../constructs/arn";
import { keepData } from "../../constructs/keep-data";
import { addOutput, readOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { acceptFinding } from "../../policy/accept-finding";
import type { ObservabilitySpec } from "./model";
import { alertManager, PROMETHEUS_RULES } from "./prometheus-rules";

/** Managed Prometheus with its rules; its alerts go to the topics, its failures to a log group. */
export function addPrometheus(
  stack: Stack,
  { observability }: ObservabilitySpec,
  context: BlueprintContext,
): aps.CfnWorkspace {
  const { environmentName, accountId, region, stage } = context;
  const logGroupName = `/aws/vendedlogs/prometheus/${environmentName}`;
  const streams = arnOf(stack, "logs", `log-group:${logGroupName}:*`);
  const group = new logs.CfnLogGroup(stack, "PrometheusLogGroup", {
    logGroupName,
    logGroupClass: "STANDARD",
    retentionInDays: observability.logRetentionDays,
    resourcePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: streams,
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
      ],
    },
  });
  const workspace = new aps.CfnWorkspace(stack, "PrometheusWorkspace", {
    alias: environmentName,
    alertManagerDefinition: alertManager(
      {
        critical: readOutput(stack, context, "alarms", "CriticalTopicArn"),
        warning: readOutput(stack, context, "alarms", "WarningTopicArn"),
      },
      region,
    ),
    loggingConfiguration: { logGroupArn: group.attrArn },
  });
  keepData(workspace, stage === "prod");
  keepData(group, stage === "prod");
  new aps.CfnRuleGroupsNamespace(stack, "PrometheusRules", {
    name: environmentName,
    workspace: workspace.attrArn,
    data: PROMETHEUS_RULES,
  });
  addOutput(stack, "PrometheusWorkspaceId", workspace.attrWorkspaceId, "Workspace of Managed Prometheus");
  addOutput(stack, "PrometheusWorkspaceArn", workspace.attrArn, "ARN of the Prometheus workspace");
  addOutput(stack, "PrometheusEndpoint", workspace.attrPrometheusEndpoint, "Where collectors write metrics");
  return workspace;
}

/** Managed Grafana. Who may sign in is assigned in IAM Identity Center, which CloudFormation cannot do. */
export function addGrafana(
  stack: Stack,
  context: BlueprintContext,
  sources: { prometheus: aps.CfnWorkspace | null; applicationLogs: logs.CfnLogGroup; hasTraces: boolean },
): void {
  const { environmentName, stage } = context;
  const role = addGrafanaRole(stack, context, sources);
  const workspace = new grafana.CfnWorkspace(stack, "GrafanaWorkspace", {
    name: environmentName,
    description: `Dashboards of ${environmentName}`,
    accountAccessType: "CURRENT_ACCOUNT",
    authenticationProviders: ["AWS_SSO"],
    permissionType: "CUSTOMER_MANAGED",
    roleArn: role.attrArn,
    dataSources: [
      "CLOUDWATCH",
      ...(sources.prometheus ? ["PROMETHEUS"] : []),
      ...(sources.hasTraces ? ["XRAY"] : []),
    ],
    grafanaVersion: "10.4",
    pluginAdminEnabled: false,
  });
  keepData(workspace, stage === "prod");
  addOutput(
    stack,
    "GrafanaEndpoint",
    workspace.attrEndpoint,
    "Host of Grafana; sign in through Identity Center",
  );
}

function addGrafanaRole(
  stack: Stack,
  { accountId, environmentName }: BlueprintContext,
  { prometheus, applicationLogs, hasTraces }: Parameters<typeof addGrafana>[2],
): iam.CfnRole {
  const role = new iam.CfnRole(stack, "GrafanaRole", {
    description: `Lets Grafana of ${environmentName} read metrics, logs and traces`,
    assumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "grafana.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            StringEquals: { "aws:SourceAccount": accountId },
            ArnLike: { "aws:SourceArn": arnOf(stack, "grafana", "/workspaces/*") },
          },
        },
      ],
    },
    policies: [
      {
        policyName: "read-what-it-shows",
        policyDocument: {
          Version: "2012-10-17",
          Statement: [
            ...(prometheus ? [prometheusStatement(prometheus)] : []),
            // Metrics, and the tags to find them by, have no resources to name.
            {
              Effect: "Allow",
              Action: [
                "cloudwatch:DescribeAlarms",
                "cloudwatch:DescribeAlarmsForMetric",
                "cloudwatch:GetMetricData",
                "cloudwatch:ListMetrics",
                "ec2:DescribeInstances",
                "ec2:DescribeRegions",
                "ec2:DescribeTags",
                "tag:GetResources",
              ],
              Resource: "*",
            },
            {
              Effect: "Allow",
              Action: ["logs:GetLogEvents", "logs:GetLogGroupFields", "logs:StartQuery"],
              Resource: applicationLogs.attrArn,
            },
            // Queries and traces have ids, not ARNs.
            {
              Effect: "Allow",
              Action: [
                "logs:DescribeLogGroups",
                "logs:GetQueryResults",
                "logs:StopQuery",
                ...(hasTraces
                  ? [
                      "xray:BatchGetTraces",
                      "xray:GetServiceGraph",
                      "xray:GetTraceSummaries",
                      "xray:GetGroups",
                    ]
                  : []),
              ],
              Resource: "*",
            },
          ],
        },
      },
    ],
  });
  acceptFinding(role, "AwsSolutions-IAM5", {
    en: "Reading only: CloudWatch metrics, query results and traces have no ARNs that a policy could name.",
    ko: "읽기 전용입니다. CloudWatch 지표, 쿼리 결과, 추적에는 정책에서 지정할 수 있는 ARN이 없습니다.",
  });
  return role;
}

function prometheusStatement(workspace: aps.CfnWorkspace): object {
  return {
    Effect: "Allow",
    Action: [
      "aps:DescribeWorkspace",
      "aps:GetLabels",
      "aps:GetMetricMetadata",
      "aps:GetSeries",
      "aps:QueryMetrics",
    ],
    Resource: workspace.attrArn,
  };
}
