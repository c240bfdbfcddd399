import { message } from "@greenroom/messages";
import { CLUSTER_VERSION_NAMES } from "@greenroom/pricing/kubernetes-versions";
import { z } from "zod";
import type { Size } from "../../model/settings-model";
import { type EntryCheck, listSetting } from "../../spec/list-setting";
import { refuse } from "../../spec/refuse";
import { logRetention, whole } from "../../spec/setting-types";
import { publicSourceCidrs } from "../../spec/source-cidrs";
import { NODE_GROUPS, type NodeGroup } from "./node-group-names";
import { processorOf } from "./node-types";

/** EKS takes at most 40 networks for its public endpoint (quota). */
const MOST_PUBLIC_CIDRS = 40;
/** Each takes 0.7 KB of the template, whose size AWS limits. */
const MOST_ADMINS = 5;
const MOST_READERS = 10;
/** A managed node group has at most 450 nodes (quota). */
const MOST_NODES = 450;

const checkNodeType: EntryCheck = (entry, value) =>
  /^[a-z][a-z0-9-]{1,15}\.[a-z0-9-]{2,16}$/.test(entry)
    ? null
    : message("spec.cluster.nodeTypeForm", { value });
/**
 * A name has at most 64 signs (IAM quota); longer paths than this would let the template grow beyond what
 * CloudFormation takes.
 */
const checkPrincipal: EntryCheck = (entry, value) =>
  /^arn:aws:iam::\d{12}:(role|user)\/[\w+=,.@/-]{1,96}$/.test(entry)
    ? null
    : message("spec.cluster.principal", { value });

const nodeTypes = listSetting({ minimum: 1, maximum: 6 }, checkNodeType);
const principals = (maximum: number) => listSetting({ maximum }, checkPrincipal);

const fields = z.strictObject({
  enabled: z.boolean(),
  version: z.enum(CLUSTER_VERSION_NAMES),
  /** Empty: the API is reached from inside the network only. */
  publicCidrs: publicSourceCidrs(MOST_PUBLIC_CIDRS),
  adminArns: principals(MOST_ADMINS),
  readerArns: principals(MOST_READERS),
  logRetentionDays: logRetention,
  nodeDiskGb: whole(20, 1000),
  onDemandTypes: nodeTypes,
  onDemandMin: whole(0, MOST_NODES),
  onDemandDesired: whole(0, MOST_NODES),
  onDemandMax: whole(1, MOST_NODES),
  mixTypes: nodeTypes,
  mixMin: whole(0, MOST_NODES),
  mixDesired: whole(0, MOST_NODES),
  mixMax: whole(1, MOST_NODES),
  monitoringTypes: nodeTypes,
  monitoringMin: whole(0, MOST_NODES),
  monitoringDesired: whole(0, MOST_NODES),
  monitoringMax: whole(1, MOST_NODES),
  /**
   * Bounds of the spot nodes that Karpenter runs; they are set in its NodePool, so that here they count for
   * the price only.
   */
  spotNodesMin: whole(0, 1000),
  spotNodesMax: whole(0, 1000),
});
export type ClusterSettings = z.infer<typeof fields>;

/** What a node group is made of. */
export function nodeGroupSettings(cluster: ClusterSettings, { key }: NodeGroup) {
  return {
    types: cluster[`${key}Types`],
    minimum: cluster[`${key}Min`],
    desired: cluster[`${key}Desired`],
    maximum: cluster[`${key}Max`],
  };
}

/** Rules between the fields count only while the cluster is on. */
export const clusterSettings = fields.superRefine((cluster, context) => {
  if (!cluster.enabled || !fields.safeParse(cluster).success) return;
  for (const group of NODE_GROUPS) {
    const { types, minimum, desired, maximum } = nodeGroupSettings(cluster, group);
    const [other = ""] = types;
    const odd = types.find((type) => processorOf(type) !== processorOf(other));
    if (odd) {
      refuse(context, message("spec.cluster.mixedProcessors", { value: odd, other }), `${group.key}Types`);
    }
    if (minimum > maximum) {
      refuse(context, message("spec.cluster.nodeBounds", { value: minimum, maximum }), `${group.key}Min`);
    } else if (desired < minimum || desired > maximum) {
      const outside = message("spec.cluster.nodesOutside", { value: desired, minimum, maximum });
      refuse(context, outside, `${group.key}Desired`);
    }
  }
  if (cluster.spotNodesMin > cluster.spotNodesMax) {
    const bounds = { value: cluster.spotNodesMin, maximum: cluster.spotNodesMax };
    refuse(context, message("spec.cluster.nodeBounds", bounds), "spotNodesMin");
  }
  const both = cluster.readerArns.find((arn) => cluster.adminArns.includes(arn));
  if (both) refuse(context, message("spec.cluster.alreadyAdministrator", { value: both }), "readerArns");
});

type Counts = readonly [minimum: number, desired: number, maximum: number];

function sizeOf(
  rest: Pick<
    ClusterSettings,
    "version" | "logRetentionDays" | "nodeDiskGb" | "spotNodesMin" | "spotNodesMax"
  >,
  onDemand: Counts,
  mix: Counts,
  monitoring: Counts,
): ClusterSettings {
  return {
    enabled: true,
    publicCidrs: [],
    adminArns: [],
    readerArns: [],
    ...rest,
    onDemandTypes: ["t3.large"],
    onDemandMin: onDemand[0],
    onDemandDesired: onDemand[1],
    onDemandMax: onDemand[2],
    mixTypes: ["t3.medium", "t3.large", "t3.xlarge"],
    mixMin: mix[0],
    mixDesired: mix[1],
    mixMax: mix[2],
    monitoringTypes: ["t3.medium"],
    monitoringMin: monitoring[0],
    monitoringDesired: monitoring[1],
    monitoringMax: monitoring[2],
  };
}

/**
 * Production is the owners' shape, but for their Kubernetes 1.33: extended support of it costs $365 a month
 * more. All run the version of production, so that what they prove holds there; add-on builds of 1.36 are not
 * confirmed yet (add-on-versions.ts).
 */
export const CLUSTER_SIZES: Record<Size, ClusterSettings> = {
  dev: sizeOf(
    { version: "1.35", logRetentionDays: 7, nodeDiskGb: 30, spotNodesMin: 0, spotNodesMax: 0 },
    [1, 1, 2],
    [1, 1, 3],
    [1, 1, 1],
  ),
  staging: sizeOf(
    { version: "1.35", logRetentionDays: 30, nodeDiskGb: 30, spotNodesMin: 0, spotNodesMax: 3 },
    [2, 2, 4],
    [1, 1, 4],
    [1, 1, 2],
  ),
  loadtest: sizeOf(
    { version: "1.35", logRetentionDays: 3, nodeDiskGb: 50, spotNodesMin: 0, spotNodesMax: 2 },
    [2, 3, 10],
    [2, 4, 10],
    [1, 1, 2],
  ),
  prod: sizeOf(
    { version: "1.35", logRetentionDays: 90, nodeDiskGb: 50, spotNodesMin: 5, spotNodesMax: 15 },
    [2, 3, 10],
    [2, 4, 10],
    [2, 2, 3],
  ),
};
