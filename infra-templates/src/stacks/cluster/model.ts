import { bilingual, message } from "@greenroom/messages";
import { CLUSTER_VERSIONS, clusterVersion, supportState } from "@greenroom/pricing/kubernetes-versions";
import type { CheckContext } from "../../model/blueprint";
import { encryptionKey, logGroup } from "../../model/outline-parts";
import { switchedOff } from "../../model/settings-model";
import type { PricedResources, StackModel, StackUsage } from "../../model/stack-model";
import { logUsage, steady } from "../../model/usage-value";
import type { SpecIssue } from "../../spec/spec-issue";
import { networkMoveIssues } from "../network/network-move";
import type { NetworkSettings } from "../network/settings";
import { clusterDashboard } from "../observability/settings";
import { CLUSTER_ADD_ON_IDS } from "./add-on-versions";
import { clusterSection } from "./form";
import { NODE_GROUPS } from "./node-group-names";
import { familiesOf, nodeTypesOf } from "./node-types";
import { CLUSTER_SIZES, type ClusterSettings, clusterSettings, nodeGroupSettings } from "./settings";
import { SPOT_NODE_TYPE } from "./spot-node";

export interface ClusterSpec {
  network: NetworkSettings;
  cluster: ClusterSettings;
  observability?: { enabled: boolean };
}

/** What the control plane writes, its audit log above all: the owners have not measured it. */
const LOG_GB_PER_NODE = 0.5;
const LOG_GB_OF_QUIET_CLUSTER = 3;

export const clusterModel = {
  key: "cluster",
  settings: {
    key: "cluster",
    schema: clusterSettings.default(switchedOff(CLUSTER_SIZES)),
    sizes: CLUSTER_SIZES,
    section: clusterSection,
  },
  title: { en: "Cluster", ko: "클러스터" },
  summary: {
    en: "EKS with three node groups, pinned add-ons and the roles of its pods",
    ko: "노드 그룹 3개, 버전을 고정한 애드온, 파드 역할을 갖춘 EKS",
  },
  dependsOn: ["network"],
  isOn: ({ cluster }) => cluster.enabled,

  outline({ cluster }) {
    const resources: PricedResources = {
      SecretsKey: encryptionKey(),
      ControlPlaneLogs: logGroup(cluster.logRetentionDays),
      Cluster: {
        Type: "AWS::EKS::Cluster",
        Properties: { Version: cluster.version, UpgradePolicy: { SupportType: "EXTENDED" } },
      },
      NodeTemplate: {
        Type: "AWS::EC2::LaunchTemplate",
        Properties: {
          LaunchTemplateData: {
            BlockDeviceMappings: [
              { DeviceName: "/dev/xvda", Ebs: { VolumeType: "gp3", VolumeSize: cluster.nodeDiskGb } },
            ],
          },
        },
      },
    };
    for (const [AddonName, id] of Object.entries(CLUSTER_ADD_ON_IDS)) {
      resources[id] = { Type: "AWS::EKS::Addon", Properties: { AddonName } };
    }
    for (const group of NODE_GROUPS) {
      const { types, minimum, desired, maximum } = nodeGroupSettings(cluster, group);
      resources[group.logicalId] = {
        Type: "AWS::EKS::Nodegroup",
        Properties: {
          InstanceTypes: types,
          CapacityType: "ON_DEMAND",
          ScalingConfig: { MinSize: minimum, DesiredSize: desired, MaxSize: maximum },
          LaunchTemplate: { Id: { Ref: "NodeTemplate" } },
        },
      };
    }
    return resources;
  },

  usage: ({ cluster }) => clusterUsage(cluster),
  issues: (spec, context) => [
    ...wayOutIssues(spec, context),
    ...versionIssues(spec.cluster, context),
    ...typeIssues(spec.cluster, context),
  ],
  reaches: ({ cluster }) => [
    { from: "nodes", to: "kubernetesApi" },
    { from: "kubernetesApi", to: "nodes" },
    { from: "nodes", to: "awsServices" },
    ...(cluster.publicCidrs.length > 0 ? [{ from: "namedNetworks", to: "kubernetesApi" } as const] : []),
  ],
  changeIssues: (before, after) => [
    ...networkMoveIssues(before, after),
    ...versionSteps(before.cluster.version, after.cluster.version),
  ],
  dashboard: clusterDashboard,
} as const satisfies StackModel<ClusterSpec>;

function clusterUsage(cluster: ClusterSettings): StackUsage {
  const nodes = NODE_GROUPS.reduce((sum, group) => sum + nodeGroupSettings(cluster, group).desired, 0);
  const usage: StackUsage = {
    SecretsKey: {
      monthly_requests: steady(10_000, {
        en: "Reads of secrets by the control plane, which keeps what it has read; not measured yet",
        ko: "컨트롤 플레인의 시크릿 조회이며, 읽은 값은 캐시됩니다. 아직 측정되지 않음",
      }),
    },
    ControlPlaneLogs: logUsage(LOG_GB_OF_QUIET_CLUSTER + LOG_GB_PER_NODE * nodes, cluster.logRetentionDays, {
      en: `${LOG_GB_OF_QUIET_CLUSTER} GB and ${LOG_GB_PER_NODE} GB for each of ${nodes} nodes, not measured yet; low is half, high is double`,
      ko: `${LOG_GB_OF_QUIET_CLUSTER}GB와 노드 ${nodes}개당 ${LOG_GB_PER_NODE}GB이며 아직 측정되지 않음. 최저는 절반, 최고는 두 배입니다`,
    }),
  };
  const { spotNodesMin: low, spotNodesMax: high } = cluster;
  if (high > 0) {
    const assumption = bilingual({
      en: `Your figures for Karpenter's spot nodes (${SPOT_NODE_TYPE}); expected is the middle`,
      ko: `입력한 Karpenter 스팟 노드(${SPOT_NODE_TYPE}) 수이며 예상값은 중간입니다`,
    });
    usage.Cluster = {
      [`karpenter_spot_nodes.${SPOT_NODE_TYPE}`]: { low, expected: (low + high) / 2, high, assumption },
      karpenter_node_volume_gb: steady(cluster.nodeDiskGb, {
        en: "The same disk as the other nodes",
        ko: "다른 노드와 같은 디스크",
      }),
    };
  }
  return usage;
}

/**
 * Nodes start only when they reach EKS and its registries. Interface endpoints are not enough: Route 53 for
 * external-dns, prices and instance profiles for Karpenter have none in the environment's region.
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
function wayOutIssues({ network }: ClusterSpec, { today }: CheckContext): SpecIssue[] {
  // What was asked for before the rule stays readable: the day does not count then.
  if (network.nat !== "none" || today === null) return [];
  return [{ path: "network.nat", message: message("spec.cluster.noWayOut") }];
}

function versionIssues({ version }: ClusterSettings, { today }: CheckContext): SpecIssue[] {
  const chosen = clusterVersion(version);
  if (today === null || supportState(chosen, today) !== "ended") return [];
  const choices = CLUSTER_VERSIONS.filter((one) => supportState(one, today) !== "ended");
  return [
    {
      path: "cluster.version",
      message: message("spec.cluster.unsupported", {
        value: version,
        endedOn: chosen.extendedSupportEndsOn,
        choices: choices.map((one) => one.version).join(", "),
      }),
    },
  ];
}

/**
 * EKS updates a cluster by one minor version at a time, and never back (EKS user guide, "Update existing
 * cluster").
 */
function versionSteps(before: string, after: string): SpecIssue[] {
  // The calendar has the newest first.
  const at = (wanted: string) => CLUSTER_VERSIONS.findIndex(({ version }) => version === wanted);
  const steps = at(before) - at(after);
  if (steps === 0 || steps === 1) return [];
  const path = "cluster.version";
  if (steps < 0) return [{ path, message: message("spec.cluster.olderVersion", { value: after, before }) }];
  const next = CLUSTER_VERSIONS[at(before) - 1]?.version ?? before;
  return [{ path, message: message("spec.cluster.oneVersion", { value: after, before, next }) }];
}

function typeIssues(cluster: ClusterSettings, { region }: CheckContext): SpecIssue[] {
  const offered = nodeTypesOf(region);
  return NODE_GROUPS.flatMap((group): SpecIssue[] => {
    const unknown = nodeGroupSettings(cluster, group).types.find((type) => !offered.includes(type));
    if (!unknown) return [];
    const families = familiesOf(region).join(", ");
    return [
      {
        path: `cluster.${group.key}Types`,
        message: message("spec.cluster.nodeTypeRegion", { value: unknown, region, families }),
      },
    ];
  });
}
