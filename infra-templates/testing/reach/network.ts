import { networkOf, parseCidr } from "../../src/spec/cidr-schema";
import type { Environment, Json, Resource } from "./environment";

/** Where something stands: its security groups, and the subnets that its addresses are of. */
export interface Place {
  name: string;
  groups: readonly string[];
  subnets: readonly string[];
  hasPublicAddress?: boolean;
}

interface Rule {
  from: number;
  to: number;
  cidr?: string;
  group?: string;
  prefixList?: string;
}

/**
 * EKS makes this group: its members, which are the control plane and every node, speak freely (EKS user
 * guide, sec-group-reqs).
 */
export const CLUSTER_GROUP = "ClusterSecurityGroupId";
const groupHandle = (value: unknown) => String(value).replace(/#GroupId$/, "");

const ruleOf = (rule: Json): Rule => ({
  from: rule.IpProtocol === "-1" ? 0 : Number(rule.FromPort),
  to: rule.IpProtocol === "-1" ? 65_535 : Number(rule.ToPort),
  ...(rule.CidrIp !== undefined && { cidr: String(rule.CidrIp) }),
  ...(rule.SourceSecurityGroupId !== undefined && { group: groupHandle(rule.SourceSecurityGroupId) }),
  ...(rule.DestinationSecurityGroupId !== undefined && {
    group: groupHandle(rule.DestinationSecurityGroupId),
  }),
  ...(rule.SourcePrefixListId !== undefined && { prefixList: String(rule.SourcePrefixListId) }),
});

function rulesOf(env: Environment, group: string, direction: "Ingress" | "Egress"): Rule[] {
  const inline = (env.find(group)?.properties[`SecurityGroup${direction}`] ?? []) as Json[];
  const apart = env
    .ofType(`AWS::EC2::SecurityGroup${direction}`)
    .filter(({ properties }) => groupHandle(properties.GroupId) === group)
    .map(({ properties }) => properties);
  const all = { from: 0, to: 65_535 };
  const own = group.endsWith(CLUSTER_GROUP)
    ? [direction === "Ingress" ? { ...all, group } : { ...all, cidr: "0.0.0.0/0" }]
    : [];
  return [...inline, ...apart].map(ruleOf).concat(own);
}

const cidrOf = (env: Environment, subnet: string) => String(env.find(subnet)?.properties.CidrBlock);
const covers = (outer: string, inner: string) => {
  const [a, b] = [parseCidr(outer), parseCidr(inner)];
  if (!a || !b || a.prefix > b.prefix) return false;
  return networkOf({ ...b, prefix: a.prefix }).address === networkOf(a).address;
};
const holds = (rule: Rule, port: number) => rule.from <= port && port <= rule.to;

/** What keeps `from` from opening a TCP connection to `to` at a port; empty when nothing does. */
export function connectProblems(env: Environment, from: Place, to: Place, port: number): string[] {
  const problems: string[] = [];
  const say = (text: string) => problems.push(`${from.name} → ${to.name}:${port}: ${text}`);
  if (to.groups.length === 0 || to.subnets.length === 0) say("the target stands nowhere");
  const vpcs = new Set([...from.subnets, ...to.subnets].map((subnet) => env.find(subnet)?.properties.VpcId));
  if (vpcs.size !== 1) say("they are not in one network");
  for (const target of to.subnets) {
    const isLetOut = from.groups.some((group) =>
      rulesOf(env, group, "Egress").some(
        (rule) =>
          holds(rule, port) &&
          (rule.group ? to.groups.includes(rule.group) : covers(rule.cidr ?? "", cidrOf(env, target))),
      ),
    );
    if (!isLetOut) say(`no egress rule of ${from.groups.join()} lets it out to ${cidrOf(env, target)}`);
  }
  for (const source of from.subnets) {
    const isLetIn = to.groups.some((group) =>
      rulesOf(env, group, "Ingress").some(
        (rule) =>
          holds(rule, port) &&
          (rule.group ? from.groups.includes(rule.group) : covers(rule.cidr ?? "", cidrOf(env, source))),
      ),
    );
    if (!isLetIn) say(`no ingress rule of ${to.groups.join()} lets ${cidrOf(env, source)} in`);
    for (const target of to.subnets) {
      const [sourceCidr, targetCidr] = [cidrOf(env, source), cidrOf(env, target)];
      const passes =
        aclAllows(env, target, false, sourceCidr, port) &&
        aclAllows(env, target, true, sourceCidr, 50_000) &&
        aclAllows(env, source, true, targetCidr, port) &&
        aclAllows(env, source, false, targetCidr, 50_000);
      if (!passes) say(`a network ACL stands between ${sourceCidr} and ${targetCidr}`);
    }
  }
  return [...new Set(problems)];
}

/** A subnet without an ACL of its own has the VPC's, which lets everything pass. */
function aclAllows(env: Environment, subnet: string, egress: boolean, cidr: string, port: number): boolean {
  const association = env
    .ofType("AWS::EC2::SubnetNetworkAclAssociation")
    .find(({ properties }) => properties.SubnetId === subnet);
  if (!association) return true;
  const entries = env
    .ofType("AWS::EC2::NetworkAclEntry")
    .map(({ properties }) => properties)
    .filter(
      ({ NetworkAclId, Egress }) => NetworkAclId === association.properties.NetworkAclId && Egress === egress,
    )
    .sort((a, b) => Number(a.RuleNumber) - Number(b.RuleNumber));
  const first = entries.find(({ CidrBlock, PortRange }) => {
    const { From, To } = PortRange as { From: number; To: number };
    return covers(String(CidrBlock), cidr) && From <= port && port <= To;
  });
  return first?.RuleAction === "allow";
}

function routesOf(env: Environment, subnet: string): { table: unknown; routes: Json[] } {
  const table = env
    .ofType("AWS::EC2::SubnetRouteTableAssociation")
    .find(({ properties }) => properties.SubnetId === subnet)?.properties.RouteTableId;
  const routes = env
    .ofType("AWS::EC2::Route")
    .map(({ properties }) => properties)
    .filter(({ RouteTableId }) => RouteTableId === table);
  return { table, routes };
}

const leadsOut = (env: Environment, subnet: string) =>
  routesOf(env, subnet).routes.find(({ DestinationCidrBlock }) => DestinationCidrBlock === "0.0.0.0/0");

/** Whether a subnet's things with public addresses are reached from the internet, and reach it. */
const isPublicSubnet = (env: Environment, subnet: string) => Boolean(leadsOut(env, subnet)?.GatewayId);

/**
 * Whether everything at a place gets out to the internet: by its own public address, or by a NAT gateway in a
 * public subnet.
 */
function reachesInternet(env: Environment, { subnets, hasPublicAddress, groups }: Place): boolean {
  const isLetOut = groups.some((group) =>
    rulesOf(env, group, "Egress").some((rule) => rule.cidr === "0.0.0.0/0" && holds(rule, 443)),
  );
  const isRouted = subnets.every((subnet) => {
    const route = leadsOut(env, subnet);
    if (route?.GatewayId) return hasPublicAddress === true;
    const nat = env.find(route?.NatGatewayId);
    return nat !== undefined && isPublicSubnet(env, String(nat.properties.SubnetId));
  });
  return isLetOut && isRouted;
}

/**
 * Whether a place gets to a service of AWS: by the service's endpoint in the network, or over the internet.
 */
export function reachesService(env: Environment, place: Place, service: string): boolean {
  const endpoint = env
    .ofType("AWS::EC2::VPCEndpoint")
    .find(({ properties }) => String(properties.ServiceName).endsWith(`.${service}`));
  if (!endpoint) return reachesInternet(env, place);
  const { VpcEndpointType, RouteTableIds, SecurityGroupIds, SubnetIds } = endpoint.properties;
  if (VpcEndpointType === "Gateway") {
    const tables = RouteTableIds as unknown[];
    const isOnTheWay = place.subnets.every((subnet) => tables.includes(routesOf(env, subnet).table));
    return isOnTheWay || reachesInternet(env, place);
  }
  // The service's usual name leads to the endpoint for the whole network, so it is this way or none.
  const door: Place = {
    name: service,
    groups: (SecurityGroupIds as string[]).map(groupHandle),
    subnets: SubnetIds as string[],
  };
  return connectProblems(env, place, door, 443).length === 0;
}

/** Whether somebody outside, with these addresses, is let in at a port of something with a public address. */
export function admits(
  env: Environment,
  place: Place,
  port: number,
  from: { cidr?: string; prefixList?: string },
): boolean {
  const isLetIn = place.groups.some((group) =>
    rulesOf(env, group, "Ingress").some(
      (rule) =>
        holds(rule, port) &&
        ((from.prefixList !== undefined && rule.prefixList === from.prefixList) ||
          (from.cidr !== undefined && rule.cidr !== undefined && covers(rule.cidr, from.cidr))),
    ),
  );
  return isLetIn && place.subnets.length > 0 && place.subnets.every((subnet) => isPublicSubnet(env, subnet));
}

export const groupsOf = (values: unknown): string[] => ((values ?? []) as unknown[]).map(groupHandle);
export const subnetsOf = (resource: Resource | undefined, key: string): string[] =>
  ((resource?.properties[key] ?? []) as unknown[]).map(String);
