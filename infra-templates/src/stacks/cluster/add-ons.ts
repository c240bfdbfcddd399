import type { CfnResource, Stack } from "aws-cdk-lib";
import * as eks from "aws-cdk-lib/aws-eks";
import { type AddOn, addOnVersion } from "./add-on-versions";
import type { ClusterVersionName } from "./versions";

const IDS: Record<AddOn, string> = {
  "vpc-cni": "VpcCniAddOn",
  "kube-proxy": "KubeProxyAddOn",
  "eks-pod-identity-agent": "PodIdentityAgentAddOn",
  coredns: "CoreDnsAddOn",
  adot: "OpenTelemetryAddOn",
  "cert-manager": "CertManagerAddOn",
  "external-dns": "ExternalDnsAddOn",
  "metrics-server": "MetricsServerAddOn",
};

/** Adds pinned add-ons. `needs` are what must exist before: nodes to run on, or an identity that its pods are started with. */
export function addAddOns(
  stack: Stack,
  cluster: eks.CfnCluster,
  version: ClusterVersionName,
  needs: Partial<Record<AddOn, readonly CfnResource[]>>,
): eks.CfnAddon[] {
  return (Object.keys(needs) as AddOn[]).map((name) => {
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
