import type { CfnResource, Stack } from "aws-cdk-lib";
import type * as aps from "aws-cdk-lib/aws-aps";
import * as eks from "aws-cdk-lib/aws-eks";
import { readOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { acceptFinding } from "../../policy/accept-finding";
import { type AddOn, addOnVersion } from "../cluster/add-on-versions";
import { addPodRole, type ClusterRef } from "../cluster/pod-role";
import { awsPolicy } from "../cluster/pod-roles";
import type { ClusterSettings } from "../cluster/settings";
import { collectorConfiguration, INSIGHTS_CONFIGURATION } from "./collector";
import type { ObservabilitySpec } from "./model";

/** Where the add-on's collectors run, as service accounts that it makes itself. */
const COLLECTORS = "opentelemetry-operator-system";

/** What publishes the metrics that alarms, dashboards and Prometheus show: without it they stay empty. */
export function addAgents(
  stack: Stack,
  { cluster: settings, observability }: ObservabilitySpec & { cluster: ClusterSettings },
  context: BlueprintContext,
  { insights, prometheus }: { insights: CfnResource; prometheus: aps.CfnWorkspace | null },
): void {
  const cluster = {
    name: readOutput(stack, context, "cluster", "ClusterName"),
    arn: readOutput(stack, context, "cluster", "ClusterArn"),
  };
  const addOn = (id: string, addonName: AddOn, configuration: object, needs: readonly CfnResource[]) => {
    const resource = new eks.CfnAddon(stack, id, {
      addonName,
      addonVersion: addOnVersion(addonName, settings.version),
      clusterName: cluster.name,
      configurationValues: stack.toJsonString(configuration),
      resolveConflicts: "OVERWRITE",
    });
    for (const needed of needs) resource.addResourceDependency(needed);
  };
  addOn("CloudWatchAgentAddOn", "amazon-cloudwatch-observability", INSIGHTS_CONFIGURATION, [
    insights,
    addAgentIdentity(stack, cluster, context),
  ]);
  const { tracing } = observability;
  if (!prometheus && !tracing) return;
  addOn(
    "OpenTelemetryAddOn",
    "adot",
    collectorConfiguration(prometheus?.attrPrometheusEndpoint ?? null, tracing),
    [
      ...(prometheus ? [addScraperIdentity(stack, cluster, context, prometheus)] : []),
      ...(tracing ? [addTracerIdentity(stack, cluster, context)] : []),
    ],
  );
}

function addAgentIdentity(stack: Stack, cluster: ClusterRef, context: BlueprintContext): CfnResource {
  const { role, association } = addPodRole(stack, cluster, context, {
    id: "CloudWatchAgent",
    description: "CloudWatch agent: Container Insights of the nodes and pods",
    serviceAccount: { namespace: "amazon-cloudwatch", name: "cloudwatch-agent" },
    managedPolicyArns: [awsPolicy("CloudWatchAgentServerPolicy")],
  });
  acceptFinding(role, "AwsSolutions-IAM4", {
    en: "AWS's own policy for its agent, which the add-on asks for: it writes metrics and logs, and reads what the nodes are.",
    ko: "애드온이 요구하는 AWS 에이전트 전용 정책입니다. 지표와 로그를 쓰고 노드 정보를 읽습니다.",
  });
  return association;
}

function addScraperIdentity(
  stack: Stack,
  cluster: ClusterRef,
  context: BlueprintContext,
  workspace: aps.CfnWorkspace,
): CfnResource {
  return addPodRole(stack, cluster, context, {
    id: "Collector",
    description: "OpenTelemetry collector: metrics to Managed Prometheus",
    serviceAccount: { namespace: COLLECTORS, name: "adot-col-prom-metrics" },
    statements: [{ Effect: "Allow", Action: "aps:RemoteWrite", Resource: workspace.attrArn }],
  }).association;
}

function addTracerIdentity(stack: Stack, cluster: ClusterRef, context: BlueprintContext): CfnResource {
  const { role, association } = addPodRole(stack, cluster, context, {
    id: "Traces",
    description: "OpenTelemetry collector: traces to X-Ray",
    serviceAccount: { namespace: COLLECTORS, name: "adot-col-otlp-ingest" },
    statements: [
      // Traces name no resource: AWS supports nothing narrower.
      {
        Effect: "Allow",
        Action: [
          "xray:GetSamplingRules",
          "xray:GetSamplingTargets",
          "xray:PutTelemetryRecords",
          "xray:PutTraceSegments",
        ],
        Resource: "*",
      },
    ],
  });
  acceptFinding(role, "AwsSolutions-IAM5", {
    en: "Traces cannot be named in a policy; the role can write them and read how many to take.",
    ko: "추적은 정책에서 지정할 수 없습니다. 역할은 추적을 쓰고 수집 비율만 읽습니다.",
  });
  return association;
}
