import { Aws, Fn, type Stack } from "aws-cdk-lib";
import * as fis from "aws-cdk-lib/aws-fis";
import * as logs from "aws-cdk-lib/aws-logs";
import { addOutput, readListOutput, readOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { hasBalancer } from "../alarms/definitions";
import { availabilityZones } from "../network/availability-zones";
import { addExperimentRole } from "./experiment-role";
import { experimentIds, type FaultInjectionSpec, LOG_DAYS } from "./model";

/** Experiments that nobody starts but people: what the platform says it survives can be tried. */
type Experiment = Pick<fis.CfnExperimentTemplateProps, "description" | "targets" | "actions">;

export function buildFaultInjection(stack: Stack, spec: FaultInjectionSpec, context: BlueprintContext): void {
  const { environmentName } = context;
  const ids = experimentIds(spec);
  const role = addExperimentRole(stack, context, ids);
  const group = new logs.CfnLogGroup(stack, "ExperimentLogGroup", {
    logGroupName: `/aws/vendedlogs/fis/${environmentName}`,
    logGroupClass: "STANDARD",
    retentionInDays: LOG_DAYS,
  });
  const experiments: Record<string, () => Experiment> = {
    NodeExperiment: () => nodes(spec, context),
    CacheExperiment: () => cache(spec, context),
    NetworkExperiment: () => network(stack, spec, context),
  };
  for (const id of ids) {
    const experiment = experiments[id]?.();
    if (!experiment) continue;
    const template = new fis.CfnExperimentTemplate(stack, id, {
      ...experiment,
      roleArn: role.attrArn,
      stopConditions: stopConditions(stack, spec, context),
      logConfiguration: {
        logSchemaVersion: 2,
        // CDK hands this one on as it is written.
        cloudWatchLogsConfiguration: { LogGroupArn: group.attrArn },
      },
      experimentOptions: { accountTargeting: "single-account", emptyTargetResolutionMode: "fail" },
      tags: { Name: `${environmentName}-${id}` },
    });
    addOutput(stack, `${id}Id`, template.attrId, experiment.description);
  }
}

/**
 * Every kind of critical alarm stops an experiment; FIS takes five, so of the tables' the one that sells
 * tickets.
 */
function stopConditions(stack: Stack, spec: FaultInjectionSpec, context: BlueprintContext) {
  const alarms = [
    ...(hasBalancer(spec) ? ["ServerErrorAlarm"] : []),
    ...(spec.cache?.enabled ? ["RedisCpuAlarm"] : []),
    ...(spec.cluster?.enabled ? ["NodeCpuAlarm"] : []),
    "TicketsThrottleAlarm",
  ];
  return alarms.map((alarm) => ({
    source: "aws:cloudwatch:alarm",
    value: readOutput(stack, context, "alarms", `${alarm}Arn`),
  }));
}

const tagged = ({ environmentName }: BlueprintContext) => ({ "greenroom:environment": environmentName });

function nodes({ faultInjection }: FaultInjectionSpec, context: BlueprintContext): Experiment {
  return {
    description: `Ends ${faultInjection.nodePercent} % of each node group's nodes`,
    targets: {
      groups: {
        resourceType: "aws:eks:nodegroup",
        resourceTags: tagged(context),
        selectionMode: "ALL",
      },
    },
    actions: {
      end: {
        actionId: "aws:eks:terminate-nodegroup-instances",
        parameters: { instanceTerminationPercentage: String(faultInjection.nodePercent) },
        targets: { Nodegroups: "groups" },
      },
    },
  };
}

const firstZone = ({ network: { zones } }: FaultInjectionSpec, { region }: BlueprintContext) =>
  availabilityZones(region, zones)[0] ?? "";
const duration = ({ faultInjection }: FaultInjectionSpec) => `PT${faultInjection.minutes}M`;

function cache(spec: FaultInjectionSpec, context: BlueprintContext): Experiment {
  return {
    description: `Takes the power of the cache's nodes in ${firstZone(spec, context)}: their replicas take over`,
    targets: {
      groups: {
        resourceType: "aws:elasticache:replicationgroup",
        resourceTags: tagged(context),
        selectionMode: "ALL",
        parameters: { availabilityZoneIdentifier: firstZone(spec, context) },
      },
    },
    actions: {
      interrupt: {
        actionId: "aws:elasticache:replicationgroup-interrupt-az-power",
        parameters: { duration: duration(spec) },
        targets: { ReplicationGroups: "groups" },
      },
    },
  };
}

/**
 * The public subnet holds the zone's NAT gateway and a leg of the load balancer, the app subnet its nodes.
 */
function network(stack: Stack, spec: FaultInjectionSpec, context: BlueprintContext): Experiment {
  const { zones } = spec.network;
  const subnets = ["PublicSubnetIds", "AppSubnetIds"].map((output) => {
    const [first = ""] = readListOutput(stack, context, "network", output, zones);
    const { region, accountId } = context;
    return Fn.join("", ["arn:", Aws.PARTITION, `:ec2:${region}:${accountId}:subnet/`, first]);
  });
  return {
    description: `Cuts the network of ${firstZone(spec, context)}: its NAT gateway, load balancer and nodes`,
    targets: {
      subnets: { resourceType: "aws:ec2:subnet", resourceArns: subnets, selectionMode: "ALL" },
    },
    actions: {
      cut: {
        actionId: "aws:network:disrupt-connectivity",
        parameters: { duration: duration(spec), scope: "all" },
        targets: { Subnets: "subnets" },
      },
    },
  };
}
