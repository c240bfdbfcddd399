import { message } from "@greenroom/messages";
import { combine, perHour, perUsage, perUsageHour } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import { endOfStandardSupport } from "../kubernetes-versions";
import { notPriced } from "../not-priced";
import { exactly } from "../ranges";
import type { UsageFigure } from "../usage";

const SERVICE = "AmazonEKS";
/**
 * Root volume of a Karpenter node when usage does not say: what EC2NodeClass has by default for Amazon Linux.
 */
const NODE_VOLUME_GB = 20;

/**
 * Covers the control plane and, from the day standard support of its version ends until the cluster is
 * upgraded, the surcharge of extended support (0.50 on top of 0.10; not with `UpgradePolicy.SupportType:
 * STANDARD`, which upgrades by itself). The day is that of the estimate, so an estimate made for a later date
 * tells what the version will cost then. Karpenter's nodes belong to no resource of the template, so they are
 * usage of the cluster: `karpenter_nodes.<instance type>` and `karpenter_spot_nodes.<instance type>` are
 * nodes that run on average, `karpenter_node_volume_gb` the root volume of each (20). Named without a price:
 * the management fee of EKS Auto Mode, provisioned control planes, hybrid nodes. Not covered: data transfer
 * between zones.
 */
export const eksCluster: CostModel = {
  type: "AWS::EKS::Cluster",
  service: "EKS",
  reads: ["Version", "UpgradePolicy.SupportType", "ComputeConfig.Enabled"],
  notPriced: ["ControlPlaneScalingConfig.Tier", "RemoteNetworkConfig", "OutpostConfig"],
  withoutInfluence:
    "Logging EncryptionConfig KubernetesNetworkConfig ResourcesVpcConfig AccessConfig " +
    "ComputeConfig.NodePools StorageConfig Force RollbackConfig ActiveCertificateAuthorityId " +
    "CertificateAuthority BootstrapSelfManagedAddons ZonalShiftConfig KubeApiServerConfig " +
    "KubeSchedulerConfig KubeControllerManagerConfig",
  usageKeys: [
    "karpenter_nodes.<instance type>",
    "karpenter_spot_nodes.<instance type>",
    "karpenter_node_volume_gb",
    "auto_mode_node_hours",
  ],
  components: (input) => [
    perHour({ name: "EKS cluster", price: { service: SERVICE, sku: "cluster standard support" } }),
    ...extendedSupport(input),
    ...autoMode(input),
    ...karpenterNodes(input),
  ],
};

function extendedSupport({ properties, now }: ModelInput): ComponentDraft[] {
  const version = properties.text("Version");
  const end = version && endOfStandardSupport(version);
  if (!end || now < Date.parse(end) || properties.text("UpgradePolicy.SupportType") === "STANDARD") return [];
  return [
    perHour({
      name: "EKS cluster (extended support)",
      price: { service: SERVICE, sku: "cluster extended support surcharge" },
      assumption: message("pricing.assumption.supportEnded", { version, day: end }),
    }),
  ];
}

function autoMode({ properties, usage }: ModelInput): ComponentDraft[] {
  if (!properties.flag("ComputeConfig.Enabled")) return [];
  if (!usage.get("auto_mode_node_hours")) return [notPriced("ComputeConfig.Enabled")];
  return [
    perUsage({
      name: "Auto Mode management",
      unit: "hours",
      price: null,
      usageKey: "auto_mode_node_hours",
      figure: usage.get("auto_mode_node_hours"),
    }),
  ];
}

function karpenterNodes({ usage }: ModelInput): ComponentDraft[] {
  const groups = (["karpenter_nodes.", "karpenter_spot_nodes."] as const).flatMap((prefix) =>
    usage
      .endings(prefix)
      .map((type) => ({ type, usageKey: `${prefix}${type}`, isSpot: prefix.includes("spot") })),
  );
  const volume = usage.get("karpenter_node_volume_gb")?.range ?? exactly(NODE_VOLUME_GB);
  return groups.flatMap(({ type, usageKey, isSpot }) => {
    const nodes = usage.get(usageKey) as UsageFigure;
    const onDemand = { service: "AmazonEC2", sku: `${type} Linux on-demand` };
    const spot = { service: "AmazonEC2Spot", sku: `${type} Linux spot average (indicative)` };
    const kind = `${isSpot ? "spot" : "on-demand"}, ${type}`;
    return [
      perUsageHour({
        name: `Karpenter nodes (${kind})`,
        unit: "hours",
        price: isSpot ? spot : onDemand,
        ...(isSpot && { alternatives: [onDemand] }),
        usageKey,
        figure: nodes,
      }),
      perUsage({
        name: `Karpenter node storage (${kind})`,
        unit: "GB",
        price: { service: "AmazonEBS", sku: "gp3 storage" },
        usageKey,
        figure: combine(nodes, volume, (count, gb) => count.times(gb)),
      }),
    ];
  });
}
