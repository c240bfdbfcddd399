import type { Environment, Json, Resource } from "./environment";
import { CLUSTER_GROUP, groupsOf, type Place, subnetsOf } from "./network";

const first = (env: Environment, type: string, stack?: string) =>
  env.ofType(type).find((resource) => stack === undefined || resource.stack === stack);

export function bastion(env: Environment): { place: Place; role: Resource | undefined } {
  const instance = first(env, "AWS::EC2::Instance", "bastion");
  const [card = {}] = (instance?.properties.NetworkInterfaces ?? []) as Json[];
  const profile = env.find(instance?.properties.IamInstanceProfile);
  return {
    place: {
      name: "bastion",
      groups: groupsOf(card.GroupSet),
      subnets: [String(card.SubnetId)],
      hasPublicAddress: card.AssociatePublicIpAddress === true,
    },
    role: env.find((profile?.properties.Roles as string[] | undefined)?.[0]),
  };
}

export function loadGenerator(env: Environment): { place: Place; role: Resource | undefined } {
  const machines = first(env, "AWS::AutoScaling::AutoScalingGroup");
  const data = (first(env, "AWS::EC2::LaunchTemplate")?.properties.LaunchTemplateData ?? {}) as Json;
  const [card = {}] = (data.NetworkInterfaces ?? []) as Json[];
  const profile = env.find((data.IamInstanceProfile as Json | undefined)?.Arn);
  return {
    place: {
      name: "load generator",
      groups: groupsOf(card.Groups),
      subnets: subnetsOf(machines, "VPCZoneIdentifier"),
      hasPublicAddress: card.AssociatePublicIpAddress === true,
    },
    role: env.find((profile?.properties.Roles as string[] | undefined)?.[0]),
  };
}

export function cache(env: Environment): Place {
  const group = first(env, "AWS::ElastiCache::ReplicationGroup");
  return {
    name: "cache",
    groups: groupsOf(group?.properties.SecurityGroupIds),
    subnets: subnetsOf(env.find(group?.properties.CacheSubnetGroupName), "SubnetIds"),
  };
}

export function database(env: Environment): Place {
  const cluster = first(env, "AWS::RDS::DBCluster");
  return {
    name: "database",
    groups: groupsOf(cluster?.properties.VpcSecurityGroupIds),
    subnets: subnetsOf(env.find(cluster?.properties.DBSubnetGroupName), "SubnetIds"),
  };
}

export const cluster = (env: Environment) => first(env, "AWS::EKS::Cluster");

/**
 * The control plane's interfaces stand in the subnets that the cluster names, behind the group that EKS
 * makes.
 */
export function kubernetesApi(env: Environment): Place {
  const config = (cluster(env)?.properties.ResourcesVpcConfig ?? {}) as Json;
  return {
    name: "Kubernetes API",
    groups: config.EndpointPrivateAccess === true ? [`cluster.Cluster#${CLUSTER_GROUP}`] : [],
    subnets: ((config.SubnetIds ?? []) as unknown[]).map(String),
  };
}

/**
 * Managed nodes whose launch template names no group get the cluster's; pods have addresses of the nodes'
 * subnets and their group.
 */
export function nodes(env: Environment): Place {
  const groups = env.ofType("AWS::EKS::Nodegroup");
  const template = env.find((groups[0]?.properties.LaunchTemplate as Json | undefined)?.Id);
  const own = (template?.properties.LaunchTemplateData as Json | undefined)?.SecurityGroupIds;
  return {
    name: "nodes",
    groups: own ? groupsOf(own) : [`cluster.Cluster#${CLUSTER_GROUP}`],
    subnets: [...new Set(groups.flatMap((group) => subnetsOf(group, "Subnets")))],
  };
}

export function loadBalancer(env: Environment): Place {
  const balancer = first(env, "AWS::ElasticLoadBalancingV2::LoadBalancer");
  return {
    name: "load balancer",
    groups: groupsOf(balancer?.properties.SecurityGroups),
    subnets: subnetsOf(balancer, "Subnets"),
    hasPublicAddress: balancer?.properties.Scheme === "internet-facing",
  };
}

/** The role that pods of a service account get by Pod Identity. */
export function roleOfPods(
  env: Environment,
  namespace: string,
  serviceAccount: string,
): Resource | undefined {
  const association = env
    .ofType("AWS::EKS::PodIdentityAssociation")
    .find(
      ({ properties }) => properties.Namespace === namespace && properties.ServiceAccount === serviceAccount,
    );
  return env.find(association?.properties.RoleArn);
}
