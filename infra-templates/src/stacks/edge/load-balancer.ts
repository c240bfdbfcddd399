import { message } from "@greenroom/messages";
import type { Stack } from "aws-cdk-lib";
import type * as acm from "aws-cdk-lib/aws-certificatemanager";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as elb from "aws-cdk-lib/aws-elasticloadbalancingv2";
import type * as s3 from "aws-cdk-lib/aws-s3";
import { addOutput, readListOutput, readOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { acceptChoice } from "../../policy/accept-finding";
import { cloudFrontPrefixList } from "./cloudfront-prefix-list";
import { albZones, type EdgeSpec } from "./edge-spec";
import { TARGET_PORT } from "./target-port";
import { HEALTH_PATH } from "./web-acl-rules";

/**
 * Offers TLS 1.3, and 1.2 to CloudFront, which speaks at most that to origins where it has not been upgraded.
 */
const TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

/**
 * The load balancer in front of the Gateway API. Only CloudFront reaches it, unless an accelerator leads
 * clients to it.
 */
export function addLoadBalancer(
  stack: Stack,
  certificate: acm.CfnCertificate,
  logs: { bucket: s3.CfnBucket; policy: s3.CfnBucketPolicy; prefix: string } | null,
  spec: EdgeSpec,
  context: BlueprintContext,
): elb.CfnLoadBalancer {
  const vpcId = readOutput(stack, context, "network", "VpcId");
  const isOpen = spec.accelerator?.enabled ?? false;
  const groups = [443, 80].map((port) => addSecurityGroup(stack, port, vpcId, isOpen, context));
  const attributes: Record<string, string> = {
    "access_logs.s3.enabled": String(logs !== null),
    ...(logs && { "access_logs.s3.bucket": logs.bucket.ref, "access_logs.s3.prefix": logs.prefix }),
    "deletion_protection.enabled": String(spec.edge.deletionProtection),
    "routing.http.drop_invalid_header_fields.enabled": "true",
    "routing.http.desync_mitigation_mode": "defensive",
    "idle_timeout.timeout_seconds": "60",
  };
  const balancer = new elb.CfnLoadBalancer(stack, "Alb", {
    type: "application",
    scheme: "internet-facing",
    ipAddressType: "ipv4",
    subnets: readListOutput(stack, context, "network", "PublicSubnetIds", albZones(spec)),
    securityGroups: groups.map((group) => group.attrGroupId),
    loadBalancerAttributes: Object.entries(attributes).map(([key, value]) => ({ key, value })),
  });
  if (logs) balancer.addResourceDependency(logs.policy);
  else {
    acceptChoice(balancer, "AwsSolutions-ELB2", message("rule.fix.accessLogs"), {
      en: "The requester switched access logs off: the load balancer's requests leave no record.",
      ko: "요청자가 액세스 로그를 껐습니다. 로드 밸런서의 요청은 기록되지 않습니다.",
    });
  }
  addListeners(stack, balancer, addTargetGroup(stack, vpcId), certificate);

  addOutput(stack, "AlbArn", balancer.ref, "Load balancer of the API");
  addOutput(stack, "AlbFullName", balancer.attrLoadBalancerFullName, "Its name in metrics");
  addOutput(stack, "AlbDnsName", balancer.attrDnsName, "Its own address");
  addOutput(stack, "AlbHostedZoneId", balancer.attrCanonicalHostedZoneId, "Zone of its own address");
  addOutput(
    stack,
    "AlbSecurityGroupId",
    groups[0]?.attrGroupId ?? "",
    "Where its requests to targets come from",
  );
  return balancer;
}

/**
 * A group each for HTTPS and HTTP: CloudFront's prefix list counts as 55 of the 60 rules that a group may
 * have.
 */
function addSecurityGroup(
  stack: Stack,
  port: number,
  vpcId: string,
  isOpen: boolean,
  context: BlueprintContext,
): ec2.CfnSecurityGroup {
  const protocol = port === 443 ? "HTTPS" : "HTTP";
  const from = isOpen
    ? { cidrIp: "0.0.0.0/0" }
    : { sourcePrefixListId: cloudFrontPrefixList(context.region) };
  const group = new ec2.CfnSecurityGroup(
    stack,
    port === 443 ? "AlbSecurityGroup" : "AlbRedirectSecurityGroup",
    {
      groupDescription: `${protocol} to the load balancer of ${context.environmentName}`,
      vpcId,
      securityGroupIngress: [
        {
          ipProtocol: "tcp",
          fromPort: port,
          toPort: port,
          description: isOpen ? "Clients, by the accelerator" : "CloudFront only",
          ...from,
        },
      ],
      securityGroupEgress: [
        {
          ipProtocol: "tcp",
          fromPort: TARGET_PORT,
          toPort: TARGET_PORT,
          cidrIp: readOutput(stack, context, "network", "VpcCidr"),
          description: "Targets in the network",
        },
      ],
    },
  );
  if (isOpen) {
    acceptChoice(group, "AwsSolutions-EC23", message("rule.fix.accelerator"), {
      en: "Global Accelerator keeps the clients' addresses, so the load balancer must take them all: the requester's choice.",
      ko: "Global Accelerator는 클라이언트 주소를 그대로 전달하므로 로드 밸런서가 모두 받아야 합니다. 요청자의 선택입니다.",
    });
  }
  return group;
}

/** The controller of the Gateway API registers its pods here. They answer over TLS too. */
function addTargetGroup(stack: Stack, vpcId: string): elb.CfnTargetGroup {
  const group = new elb.CfnTargetGroup(stack, "TargetGroup", {
    vpcId,
    targetType: "ip",
    ipAddressType: "ipv4",
    protocol: "HTTPS",
    port: TARGET_PORT,
    healthCheckPath: HEALTH_PATH,
    healthCheckProtocol: "HTTPS",
    healthCheckIntervalSeconds: 10,
    healthCheckTimeoutSeconds: 5,
    healthyThresholdCount: 2,
    unhealthyThresholdCount: 3,
    matcher: { httpCode: "200" },
    targetGroupAttributes: [
      { key: "deregistration_delay.timeout_seconds", value: "30" },
      { key: "load_balancing.algorithm.type", value: "least_outstanding_requests" },
    ],
  });
  addOutput(stack, "TargetGroupArn", group.ref, "Where the Gateway API registers its pods");
  addOutput(stack, "TargetGroupFullName", group.attrTargetGroupFullName, "Its name in metrics");
  return group;
}

function addListeners(
  stack: Stack,
  balancer: elb.CfnLoadBalancer,
  targets: elb.CfnTargetGroup,
  certificate: acm.CfnCertificate,
): void {
  new elb.CfnListener(stack, "HttpsListener", {
    loadBalancerArn: balancer.ref,
    protocol: "HTTPS",
    port: 443,
    sslPolicy: TLS_POLICY,
    certificates: [{ certificateArn: certificate.ref }],
    defaultActions: [{ type: "forward", targetGroupArn: targets.ref }],
  });
  new elb.CfnListener(stack, "HttpListener", {
    loadBalancerArn: balancer.ref,
    protocol: "HTTP",
    port: 80,
    defaultActions: [
      { type: "redirect", redirectConfig: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } },
    ],
  });
}
