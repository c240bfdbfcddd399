import { beforeAll, describe, expect, it, vi } from "vitest";
import { getBlueprint } from "../src/catalog";
import { synthesizeApp } from "../src/index";
import { contextOf } from "../testing/contexts";
import { Environment, type Json } from "../testing/reach/environment";
import { roleOfPods } from "../testing/reach/places";
import { type Call, simulate, statementsOfRole } from "../testing/reach/policies";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/**
 * Every action of the controller's published policy but those of features that its values switch off
 * (Cognito, Shield, WAF, server certificates). Source:
 * https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/
 * d9c02588871a4ffdfdaddb2b8a8b0e1a534db0f4/docs/install/iam_policy_us-gov.json
 */
const UPSTREAM = {
  iam: "CreateServiceLinkedRole",
  acm: "DescribeCertificate ListCertificates",
  ec2: `AuthorizeSecurityGroupIngress CreateSecurityGroup CreateTags DeleteSecurityGroup DeleteTags DescribeAccountAttributes
    DescribeAddresses DescribeAvailabilityZones DescribeCoipPools DescribeInstances DescribeInternetGateways DescribeNetworkInterfaces
    DescribeSecurityGroups DescribeSubnets DescribeTags DescribeVpcPeeringConnections DescribeVpcs GetCoipPoolUsage
    RevokeSecurityGroupIngress`,
  elasticloadbalancing: `AddListenerCertificates AddTags CreateListener CreateLoadBalancer CreateRule CreateTargetGroup DeleteListener
    DeleteLoadBalancer DeleteRule DeleteTargetGroup DeregisterTargets DescribeListenerCertificates DescribeListeners
    DescribeLoadBalancerAttributes DescribeLoadBalancers DescribeRules DescribeSSLPolicies DescribeTags DescribeTargetGroupAttributes
    DescribeTargetGroups DescribeTargetHealth ModifyListener ModifyLoadBalancerAttributes ModifyRule ModifyTargetGroup
    ModifyTargetGroupAttributes RegisterTargets RemoveListenerCertificates RemoveTags SetIpAddressType SetSecurityGroups SetSubnets`,
};

const TAG = "elbv2.k8s.aws/cluster";
const asked = { [`aws:RequestTag/${TAG}`]: "spring-sale" };
const owned = { [`aws:ResourceTag/${TAG}`]: "spring-sale" };
const foreign = { [`aws:ResourceTag/${TAG}`]: "another" };
const ofNodes = { "aws:ResourceTag/kubernetes.io/cluster/spring-sale": "owned" };
const elb = (rest: string) => `arn:aws:elasticloadbalancing:ap-northeast-2:111122223333:${rest}`;
const group = "arn:aws:ec2:ap-northeast-2:111122223333:security-group/sg-1";
const at = (action: string) => ({ "elasticloadbalancing:CreateAction": action });
const call = (action: string, resource: string, context: Record<string, string>): Call => ({
  action,
  resource,
  context,
});

describe("the load balancer controller", () => {
  let statements: Json[];
  beforeAll(() => {
    process.env.CDK_VALIDATION = "false";
    const prod = getBlueprint("ticketing").presets.find(({ key }) => key === "prod")?.spec;
    const env = new Environment(synthesizeApp("ticketing", prod, contextOf("prod")));
    const role = roleOfPods(env, "kube-system", "aws-load-balancer-controller");
    statements = role ? statementsOfRole(env, role) : [];
  });

  it("has every action of its published policy", () => {
    const actions = Object.entries(UPSTREAM).flatMap(([service, names]) =>
      names.split(/\s+/).map((name) => `${service}:${name}`),
    );
    const had = statements.flatMap(({ Action }) => Action as string | string[]);
    expect(actions.filter((action) => !had.includes(action))).toEqual([]);
  });

  /** What it asks AWS for to serve a Gateway, in order; a resource that is being made has no tags yet. */
  it.each<[string, Call]>([
    ["make a group", call("ec2:CreateSecurityGroup", group, asked)],
    [
      "tag the new group",
      call("ec2:CreateTags", group, { ...asked, "ec2:CreateAction": "CreateSecurityGroup" }),
    ],
    ["open its own group", call("ec2:AuthorizeSecurityGroupIngress", group, owned)],
    ["open the nodes' group", call("ec2:AuthorizeSecurityGroupIngress", group, ofNodes)],
    ["make a target group", call("elasticloadbalancing:CreateTargetGroup", elb("targetgroup/a/1"), asked)],
    [
      "tag it",
      call("elasticloadbalancing:AddTags", elb("targetgroup/a/1"), { ...asked, ...at("CreateTargetGroup") }),
    ],
    ["make a balancer", call("elasticloadbalancing:CreateLoadBalancer", elb("loadbalancer/app/a/1"), asked)],
    [
      "tag the balancer",
      call("elasticloadbalancing:AddTags", elb("loadbalancer/app/a/1"), {
        ...asked,
        ...at("CreateLoadBalancer"),
      }),
    ],
    [
      "make a listener",
      call("elasticloadbalancing:CreateListener", elb("loadbalancer/app/a/1"), { ...owned, ...asked }),
    ],
    [
      "tag the listener",
      call("elasticloadbalancing:AddTags", elb("listener/app/a/1/2"), { ...asked, ...at("CreateListener") }),
    ],
    [
      "make a rule",
      call("elasticloadbalancing:CreateRule", elb("listener/app/a/1/2"), { ...owned, ...asked }),
    ],
    [
      "tag the rule",
      call("elasticloadbalancing:AddTags", elb("listener-rule/app/a/1/2/3"), {
        ...asked,
        ...at("CreateRule"),
      }),
    ],
    ["register pods", call("elasticloadbalancing:RegisterTargets", elb("targetgroup/of-the-template/1"), {})],
  ])("may %s", (_, asks) => expect(simulate(statements, asks)).toBe(true));

  it.each<[string, Call]>([
    ["open somebody's group", call("ec2:AuthorizeSecurityGroupIngress", group, foreign)],
    [
      "tag somebody's balancer",
      call("elasticloadbalancing:AddTags", elb("loadbalancer/app/a/1"), { ...asked, ...foreign }),
    ],
    [
      "delete somebody's balancer",
      call("elasticloadbalancing:DeleteLoadBalancer", elb("loadbalancer/app/a/1"), foreign),
    ],
    [
      "make an untagged balancer",
      call("elasticloadbalancing:CreateLoadBalancer", elb("loadbalancer/app/a/1"), {}),
    ],
  ])("may not %s", (_, asks) => expect(simulate(statements, asks)).toBe(false));
});
