import type { CfnResource, Stack } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as eks from "aws-cdk-lib/aws-eks";
import type * as iam from "aws-cdk-lib/aws-iam";
import { environmentTags } from "../../constructs/create-stack";
import type { BlueprintContext } from "../../model/blueprint";
import type { ClusterSpec } from "./model";
import { NODE_GROUPS } from "./node-group-names";
import { processorOf } from "./node-types";
import { nodeGroupSettings } from "./settings";

/** Label and taint that tell the groups apart. */
const GROUP_LABEL = "greenroom.io/node-group";
const AMI_TYPES = { x86_64: "AL2023_x86_64_STANDARD", arm64: "AL2023_ARM_64_STANDARD" };

/** The three managed groups; `first` must exist before a node can be ready. */
export function addNodeGroups(
  stack: Stack,
  { cluster: settings }: ClusterSpec,
  context: BlueprintContext,
  parts: { cluster: eks.CfnCluster; role: iam.CfnRole; subnets: string[]; first: CfnResource[] },
): eks.CfnNodegroup[] {
  const template = addNodeTemplate(stack, settings.nodeDiskGb, context);
  return NODE_GROUPS.map((group) => {
    const { types, minimum, desired, maximum } = nodeGroupSettings(settings, group);
    // Without a name of ours: a change of its types replaces the group, and two cannot have one name.
    const nodes = new eks.CfnNodegroup(stack, group.logicalId, {
      clusterName: parts.cluster.ref,
      version: settings.version,
      nodeRole: parts.role.attrArn,
      subnets: parts.subnets,
      amiType: AMI_TYPES[processorOf(types[0] ?? "")],
      capacityType: "ON_DEMAND",
      instanceTypes: types,
      launchTemplate: { id: template.ref, version: template.attrLatestVersionNumber },
      scalingConfig: { minSize: minimum, desiredSize: desired, maxSize: maximum },
      updateConfig: { maxUnavailable: 1 },
      nodeRepairConfig: { enabled: true },
      labels: { [GROUP_LABEL]: group.label },
      taints: group.isTainted ? [{ key: GROUP_LABEL, value: group.label, effect: "NO_SCHEDULE" }] : undefined,
    });
    for (const needed of parts.first) nodes.addResourceDependency(needed);
    return nodes;
  });
}

/**
 * Encrypted disks, and IMDSv2 with one hop: pods get their own roles by Pod Identity, never the node's. A
 * launch template tags what it starts only when told to.
 */
function addNodeTemplate(stack: Stack, diskGb: number, context: BlueprintContext): ec2.CfnLaunchTemplate {
  const tags = { Name: `${context.environmentName}-node`, ...environmentTags(context) };
  const named = Object.entries(tags).map(([key, value]) => ({ key, value }));
  return new ec2.CfnLaunchTemplate(stack, "NodeTemplate", {
    launchTemplateName: `${context.environmentName}-node`,
    launchTemplateData: {
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: { volumeType: "gp3", volumeSize: diskGb, encrypted: true, deleteOnTermination: true },
        },
      ],
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
        resourceType,
        tags: named,
      })),
    },
    tagSpecifications: [{ resourceType: "launch-template", tags: named }],
  });
}
