import type { ClusterVersionName } from "@greenroom/pricing/kubernetes-versions";

/**
 * Add-ons of EKS by their name there; the last three are its community add-ons, and adot is the OpenTelemetry
 * operator.
 */
export const ADD_ONS = [
  "amazon-cloudwatch-observability",
  "vpc-cni",
  "kube-proxy",
  "eks-pod-identity-agent",
  "coredns",
  "adot",
  "cert-manager",
  "external-dns",
  "metrics-server",
] as const;
export type AddOn = (typeof ADD_ONS)[number];

/** The agents of monitoring come with its stack, which knows where they write to. */
export type ClusterAddOn = Exclude<AddOn, "adot" | "amazon-cloudwatch-observability">;
/** Logical ids of those that come with the cluster. */
export const CLUSTER_ADD_ON_IDS: Record<ClusterAddOn, string> = {
  "vpc-cni": "VpcCniAddOn",
  "kube-proxy": "KubeProxyAddOn",
  "eks-pod-identity-agent": "PodIdentityAgentAddOn",
  coredns: "CoreDnsAddOn",
  "cert-manager": "CertManagerAddOn",
  "external-dns": "ExternalDnsAddOn",
  "metrics-server": "MetricsServerAddOn",
};

/** One build for every Kubernetes version. */
const forAll = (build: string): Record<ClusterVersionName, string> => ({
  "1.36": build,
  "1.35": build,
  "1.34": build,
  "1.33": build,
  "1.32": build,
  "1.31": build,
  "1.30": build,
  "1.29": build,
});

/**
 * The build of each add-on that a cluster of a Kubernetes version gets: pinned, so that a plan says what will
 * run.
 *
 * Sources, as `aws eks describe-addon-versions` could not be asked: coredns and kube-proxy for 1.31 to 1.36
 * and vpc-cni are those of the EKS user guide of 2026-09-26, as published copies quote it. The agent and
 * metrics-server are builds seen in published clusters of 2026 with these versions. **Not confirmed for each
 * version:** everything for 1.29 and 1.30 (last builds known, out of support), metrics-server for 1.36, and
 * cert-manager, external-dns and adot, which were seen on 1.33 to 1.35 only. AWS refuses a build that does
 * not fit when the change is applied; correct it here.
 */
const BUILDS: Record<AddOn, Record<ClusterVersionName, string>> = {
  // Seen on 1.36 only; the add-on has one line of builds for all versions.
  "amazon-cloudwatch-observability": forAll("v6.7.0-eksbuild.1"),
  "vpc-cni": {
    ...forAll("v1.23.1-eksbuild.1"),
    "1.30": "v1.21.1-eksbuild.7",
    "1.29": "v1.21.1-eksbuild.7",
  },
  "kube-proxy": {
    "1.36": "v1.36.0-eksbuild.21",
    "1.35": "v1.35.3-eksbuild.25",
    "1.34": "v1.34.6-eksbuild.25",
    "1.33": "v1.33.10-eksbuild.25",
    "1.32": "v1.32.13-eksbuild.28",
    "1.31": "v1.31.14-eksbuild.32",
    "1.30": "v1.30.14-eksbuild.28",
    "1.29": "v1.29.15-eksbuild.28",
  },
  "eks-pod-identity-agent": {
    ...forAll("v1.4.0-eksbuild.1"),
    "1.36": "v1.3.10-eksbuild.3",
    "1.30": "v1.3.10-eksbuild.3",
    "1.29": "v1.3.10-eksbuild.3",
  },
  coredns: {
    "1.36": "v1.14.3-eksbuild.16",
    "1.35": "v1.14.3-eksbuild.16",
    "1.34": "v1.13.2-eksbuild.24",
    "1.33": "v1.12.4-eksbuild.31",
    "1.32": "v1.11.4-eksbuild.53",
    "1.31": "v1.11.4-eksbuild.53",
    "1.30": "v1.11.4-eksbuild.53",
    "1.29": "v1.11.4-eksbuild.53",
  },
  adot: forAll("v0.141.0-eksbuild.1"),
  "cert-manager": forAll("v1.19.2-eksbuild.1"),
  "external-dns": forAll("v0.20.0-eksbuild.3"),
  "metrics-server": {
    ...forAll("v0.8.1-eksbuild.14"),
    "1.36": "v0.9.0-eksbuild.5",
    "1.35": "v0.9.0-eksbuild.5",
    "1.34": "v0.9.0-eksbuild.5",
    "1.30": "v0.8.0-eksbuild.3",
    "1.29": "v0.8.0-eksbuild.3",
  },
};

export function addOnVersion(addOn: AddOn, version: ClusterVersionName): string {
  return BUILDS[addOn][version];
}
