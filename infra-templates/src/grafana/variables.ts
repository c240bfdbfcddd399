import {
  ConstantVariableBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  VariableHide,
  VariableRefresh,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type { Reference } from "../stacks/alarms/definitions";

/** The environment's name, as Grafana fills it in: what takes a name of an environment takes this. */
export const ENVIRONMENT = "${environment}";
export const CLOUDWATCH = { type: "cloudwatch", uid: "${cloudwatch}" };
export const PROMETHEUS = { type: "prometheus", uid: "${prometheus}" };

interface Lookup {
  variable: string;
  label: string;
  resourceType: string;
  /** There may be several, and all are shown. */
  isList?: true;
  /** What of the ARN the metric's dimension is. */
  regex: string;
}

/**
 * Outputs of stacks whose values AWS makes up: found by the tag that every resource of an environment has.
 */
const LOOKUPS: Record<string, Lookup> = {
  "cache.ReplicationGroupId": {
    variable: "redis",
    label: "Replication group",
    resourceType: "elasticache:replicationgroup",
    regex: "/replicationgroup:(.+)/",
  },
  "edge.AlbFullName": {
    variable: "balancer",
    label: "Load balancer",
    resourceType: "elasticloadbalancing:loadbalancer/app",
    regex: "/loadbalancer\\/(.+)/",
  },
  "network.NatGatewayIds": {
    variable: "nat",
    label: "NAT gateways",
    resourceType: "ec2:natgateway",
    regex: "/natgateway\\/(.+)/",
    isList: true,
  },
};

/** What a dimension is in Grafana. A cluster has its environment's name. */
export function read(of: Reference): string {
  if (typeof of === "string") return of;
  const key = `${of.stack}.${of.output}`;
  if (key === "cluster.ClusterName") return ENVIRONMENT;
  const lookup = LOOKUPS[key];
  if (!lookup) throw new Error(`no variable of Grafana stands for ${key}`);
  return `\${${lookup.variable}}`;
}

const cloudwatchQuery = (name: string, query: Record<string, unknown>) =>
  new QueryVariableBuilder(name)
    .datasource(CLOUDWATCH)
    .query({ refId: "CloudWatchVariableQueryEditor-VariableQuery", ...query })
    .refresh(VariableRefresh.OnDashboardLoad);

/** Environments are those with a log group of the application, which observability makes first of all. */
const environment = () =>
  cloudwatchQuery("environment", {
    queryType: "logGroups",
    region: "$region",
    logGroupPrefix: "/greenroom/",
  })
    .label("Environment")
    .regex("/\\/greenroom\\/([^/]+)\\/application/");

function lookup({ variable, label, resourceType, regex, isList }: Lookup): QueryVariableBuilder {
  const found = cloudwatchQuery(variable, {
    queryType: "resourceARNs",
    region: "$region",
    resourceType,
    tags: { "greenroom:environment": ["$environment"] },
  })
    .label(label)
    .regex(regex)
    .hide(VariableHide.HideVariable);
  return isList ? found.multi(true).includeAll(true).current({ text: "All", value: "$__all" }) : found;
}

/**
 * Sources of data, region and environment, then what is found by them; only what `text`, the dashboard's
 * panels, asks for. The Prometheus of an environment is the source with the environment's name: links name
 * it.
 */
export function variablesFor(text: string) {
  const isUsed = (name: string) => text.includes(`\${${name}}`);
  return [
    new DatasourceVariableBuilder("cloudwatch").label("CloudWatch").type("cloudwatch"),
    ...(isUsed("prometheus")
      ? [new DatasourceVariableBuilder("prometheus").label("Prometheus").type("prometheus")]
      : []),
    cloudwatchQuery("region", { queryType: "regions", region: "default" }).label("Region"),
    environment(),
    ...Object.values(LOOKUPS)
      .filter(({ variable }) => isUsed(variable))
      .map(lookup),
  ];
}

/** Where links back lead. */
export const portalConstant = (portalUrl: string) =>
  new ConstantVariableBuilder("portal").label("Greenroom").value(portalUrl);
