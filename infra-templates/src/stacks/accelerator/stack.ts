import type { Stack } from "aws-cdk-lib";
import * as accelerator from "aws-cdk-lib/aws-globalaccelerator";
import * as route53 from "aws-cdk-lib/aws-route53";
import * as wafv2 from "aws-cdk-lib/aws-wafv2";
import { addOutput, readOutput } from "../../constructs/outputs";
import { secretValue } from "../../constructs/secret-value";
import type { BlueprintContext } from "../../model/blueprint";
import { apiDomain } from "../edge/domain";
import type { AcceleratorSpec } from "./model";
import { webAclRulesOfAccelerator } from "./web-acl-rules";

/**
 * Every alias of an accelerator names this zone (AWS::Route53::RecordSet AliasTarget, CloudFormation guide).
 */
const ACCELERATOR_ZONE = "Z2BJ6XQ5FK7U4H";

/**
 * Fixed addresses for the API. The type works from every region, although the service's own API lives in
 * us-west-2.
 */
export function buildAccelerator(stack: Stack, spec: AcceleratorSpec, context: BlueprintContext): void {
  const albArn = readOutput(stack, context, "edge", "AlbArn");
  guardLoadBalancer(stack, albArn, spec, context);
  const front = new accelerator.CfnAccelerator(stack, "Accelerator", {
    name: `${context.environmentName}-api`,
    enabled: true,
    ipAddressType: "IPV4",
  });
  const listener = new accelerator.CfnListener(stack, "Listener", {
    acceleratorArn: front.ref,
    protocol: "TCP",
    portRanges: [80, 443].map((port) => ({ fromPort: port, toPort: port })),
    clientAffinity: spec.accelerator.clientAffinity,
  });
  // A load balancer is as healthy as its own targets: the accelerator asks it, not them.
  new accelerator.CfnEndpointGroup(stack, "EndpointGroup", {
    listenerArn: listener.ref,
    endpointGroupRegion: context.region,
    trafficDialPercentage: spec.accelerator.trafficPercent,
    endpointConfigurations: [{ endpointId: albArn, weight: 128, clientIpPreservationEnabled: true }],
  });
  // The other half of the name is the edge's, with weight 0 while this one is there.
  new route53.CfnRecordSet(stack, "ApiRecord", {
    hostedZoneId: readOutput(stack, context, "edge-global", "HostedZoneId"),
    name: apiDomain(spec.edge.domain),
    type: "A",
    setIdentifier: "accelerator",
    weight: 1,
    aliasTarget: { dnsName: front.attrDnsName, hostedZoneId: ACCELERATOR_ZONE, evaluateTargetHealth: false },
  });

  addOutput(stack, "AcceleratorArn", front.ref, "The accelerator");
  addOutput(stack, "AcceleratorDnsName", front.attrDnsName, "Its own address");
}

function guardLoadBalancer(
  stack: Stack,
  albArn: string,
  { edge }: AcceleratorSpec,
  context: BlueprintContext,
): void {
  const { environmentName } = context;
  const secret = secretValue(readOutput(stack, context, "edge", "OriginSecretArn"));
  const acl = new wafv2.CfnWebACL(stack, "WebAcl", {
    name: `${environmentName}-accelerator`,
    description: "Guards the load balancer against what does not come by CloudFront",
    scope: "REGIONAL",
    defaultAction: { allow: {} },
    visibilityConfig: {
      cloudWatchMetricsEnabled: true,
      metricName: `${environmentName}-accelerator`,
      sampledRequestsEnabled: true,
    },
  });
  acl.addPropertyOverride("Rules", webAclRulesOfAccelerator(edge, secret));
  new wafv2.CfnWebACLAssociation(stack, "WebAclAssociation", { resourceArn: albArn, webAclArn: acl.attrArn });
}
