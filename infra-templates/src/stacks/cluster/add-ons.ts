import type { ClusterVersionName } from "@greenroom/pricing/kubernetes-versions";
import type { CfnResource, Stack } from "aws-cdk-lib";
import * as eks from "aws-cdk-lib/aws-eks";
import { addOnVersion, CLUSTER_ADD_ON_IDS, type ClusterAddOn } from "./add-on-versions";

/**
 * Adds pinned add-ons. `needs` are what must exist before: nodes to run on, or an identity that its pods are
 * started with.
 */
export function addAddOns(
  stack: Stack,
  cluster: eks.CfnCluster,
  version: ClusterVersionName,
  needs: Partial<Record<ClusterAddOn, readonly CfnResource[]>>,
): eks.CfnAddon[] {
  return (Object.keys(needs) as ClusterAddOn[]).map((name) => {
    const addOn = new eks.CfnAddon(stack, CLUSTER_ADD_ON_IDS[name], {
      addonName: name,
      addonVersion: addOnVersion(name, version),
      clusterName: cluster.ref,
      resolveConflicts: "OVERWRITE",
    });
    for (const needed of needs[name] ?? []) addOn.addResourceDependency(needed);
    return addOn;
  });
}
