import type { Stack } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import { readOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { acceptFinding } from "../../policy/accept-finding";
import { addPodRole, associate, type ClusterRef } from "../cluster/pod-role";
import { TARGET_PORT } from "../edge/target-port";
import { gatewayStatements } from "./gateway-policy";
import type { WorkloadsSpec } from "./model";
import { addServiceRights } from "./service-rights";

/**
 * The ticketing services' service accounts, in their namespace, with the output of the data stack that holds
 * their role.
 */
const SERVICES = [
  { id: "App", name: "ticketing-app" },
  { id: "ReadOnly", name: "ticketing-read-only" },
  { id: "Api", name: "ticketing-api" },
] as const;

export function buildWorkloads(stack: Stack, spec: WorkloadsSpec, context: BlueprintContext): void {
  const cluster = {
    name: readOutput(stack, context, "cluster", "ClusterName"),
    arn: readOutput(stack, context, "cluster", "ClusterArn"),
  };
  addGatewayController(stack, cluster, context);
  for (const { id, name } of SERVICES) {
    const role = readOutput(stack, context, "data", `${id}RoleArn`);
    associate(stack, cluster, id, { namespace: "ticketing", name }, role);
  }
  addServiceRights(stack, spec, context);
  if (spec.edge?.enabled && spec.edge.alb) admitLoadBalancer(stack, context);
}

/**
 * The environment's load balancer is in the template (edge); this controller registers the pods with its
 * target group, by a TargetGroupBinding, and makes the load balancers of Gateways that bring their own.
 */
function addGatewayController(stack: Stack, cluster: ClusterRef, context: BlueprintContext): void {
  const { role } = addPodRole(stack, cluster, context, {
    id: "Gateway",
    description: "AWS load balancer controller: pods of the load balancer, and Gateways of this cluster",
    serviceAccount: { namespace: "kube-system", name: "aws-load-balancer-controller" },
    statements: gatewayStatements(stack, context.environmentName),
  });
  acceptFinding(role, "AwsSolutions-IAM5", {
    en: "The controller's published policy: it writes only to what carries the tag of this cluster, registers pods, and otherwise reads.",
    ko: "컨트롤러의 공개 정책입니다. 이 클러스터의 태그가 있는 리소스만 변경하고 파드를 등록하며, 나머지는 읽기 전용입니다.",
  });
}

/**
 * Pods have the addresses of the nodes' subnets and stand behind the cluster's own group, which EKS makes: it
 * admits members only.
 */
function admitLoadBalancer(stack: Stack, context: BlueprintContext): void {
  new ec2.CfnSecurityGroupIngress(stack, "PodsFromLoadBalancer", {
    groupId: readOutput(stack, context, "cluster", "ClusterSecurityGroupId"),
    ipProtocol: "tcp",
    fromPort: TARGET_PORT,
    toPort: TARGET_PORT,
    sourceSecurityGroupId: readOutput(stack, context, "edge", "AlbSecurityGroupId"),
    description: "Requests and health checks of the load balancer",
  });
}
