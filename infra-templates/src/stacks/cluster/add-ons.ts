import type { CfnResource, Stack } from "aws-cdk-lib";
import * as eks from "aws-cdk-lib/aws-eks";
import { type AddOn, addOnVersion } from "./add-on-versions";
import type { ClusterVersionName } from "./versions";

/** The agents of monitoring come with its stack, which knows where they write to. */
type ClusterAddOn = Exclude<AddOn, "adot" | "amazon-cloudwatch-observability">;
const IDS: Record<ClusterAddOn, string> = {
  "vpc-cni": "VpcCniAddOn",
  "kube-proxy": "KubeProxyAddOn",
  "eks-pod-identity-agent": "PodIdentityAgentAddOn",
  coredns: "CoreDnsAddOn",
  "cert-manager": "CertManagerAddOn",
  "external-dns": "ExternalDnsAddOn",
  "metrics-server": "MetricsServerAddOn",
};

/** Adds pinned add-ons. `needs` are what must exist before: nodes to run on, or an identity that its pods are started with. */
export function addAddOns(
  stack: Stack,
  cluster: eks.CfnCluster,
  version: ClusterVersionName,
  needs: Partial<Record<ClusterAddOn, readonly CfnResource[]>>,
): eks.CfnAddon[] {
  return (Object.keys(needs) as ClusterAddOn[]).map((name) => {
    const addOn = new eks.CfnAddon(stack, IDS[name], {
      addonName: name,
      addonVersion: addOnVersion(name, version),
      clusterName: cluster.ref,
      resolveConflicts: "OVERWRITE",
    });
    for (const needed of needs[name] ?? []) addOn.addResourceDependency(needed);
    return addOn;
  });
}
