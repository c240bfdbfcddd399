import { randomUUID } from "node:crypto";
import type { Json } from "@greenroom/template";
import { randomHex, randomMixed, randomUpper } from "./random-id";
import { arnOf, digits, memo, type Named, type TypeOverride, text } from "./type-override";

/** EKS keeps it as base64 of a PEM file; this one certifies nothing. */
const certificate = (of: Named) =>
  Buffer.from(
    `-----BEGIN CERTIFICATE-----\n${Buffer.from(`simulated certificate of ${of.physicalId}`).toString("base64")}\n-----END CERTIFICATE-----\n`,
  ).toString("base64");
const clusterId = (of: Named) => digits(of, 32).toUpperCase();
const ofCluster = (of: Named, kind: string, name: string) =>
  arnOf(of, "eks", `${kind}/${text(of, "ClusterName")}/${name}`);

function encryptionKey(of: Named): string {
  const [first] = (of.resource.properties.EncryptionConfig ?? []) as { Provider?: { KeyArn?: Json } }[];
  return String(first?.Provider?.KeyArn ?? "");
}

/**
 * The cluster, what watches it and what checks the account. Shapes as in real read-backs where there are any,
 * else as in AWS's examples.
 */
export const PLATFORM_TYPES: Record<string, TypeOverride> = {
  "AWS::APS::RuleGroupsNamespace": {
    physicalId: (of) => {
      const workspace = text(of, "Workspace").split("/").pop();
      return arnOf(of, "aps", `rulegroupsnamespace/${workspace}/${of.valueOf("Name")}`);
    },
  },
  "AWS::APS::Workspace": {
    physicalId: (of) => memo(of, () => arnOf(of, "aps", `workspace/ws-${randomUUID()}`)),
    attributes: {
      WorkspaceId: (of) => of.physicalId.split("/").pop() ?? "",
      PrometheusEndpoint: (of) =>
        `https://aps-workspaces.${of.resource.region}.amazonaws.com/workspaces/${of.physicalId.split("/").pop()}/`,
    },
  },
  "AWS::CE::AnomalyMonitor": {
    physicalId: (of) => memo(of, () => arnOf(of, "ce", `anomalymonitor/${randomUUID()}`, "")),
  },
  "AWS::CE::AnomalySubscription": {
    physicalId: (of) => memo(of, () => arnOf(of, "ce", `anomalysubscription/${randomUUID()}`, "")),
    attributes: { AccountId: (of) => of.resource.accountId },
  },
  "AWS::Config::ConfigRule": {
    attributes: {
      ConfigRuleId: (of) => `config-rule-${digits(of, 6)}`,
      Arn: (of) => arnOf(of, "config", `config-rule/config-rule-${digits(of, 6)}`),
    },
  },
  "AWS::EKS::AccessEntry": {
    attributes: { AccessEntryArn: (of) => `${ofCluster(of, "access-entry", digits(of, 40))}` },
  },
  "AWS::EKS::Addon": {
    attributes: { Arn: (of) => ofCluster(of, "addon", `${of.valueOf("AddonName")}/${digits(of, 32)}`) },
  },
  "AWS::EKS::Cluster": {
    attributes: {
      Endpoint: (of) => `https://${clusterId(of)}.gr7.${of.resource.region}.eks.amazonaws.com`,
      ClusterSecurityGroupId: (of) => `sg-0${digits(of, 16)}`,
      EncryptionConfigKeyArn: encryptionKey,
      Id: (of) => of.physicalId,
      OpenIdConnectIssuerUrl: (of) =>
        `https://oidc.eks.${of.resource.region}.amazonaws.com/id/${clusterId(of)}`,
      CertificateAuthorityData: certificate,
      "CertificateAuthority.Data": certificate,
    },
  },
  "AWS::EKS::Nodegroup": {
    physicalId: (of) => `${text(of, "ClusterName")}/${of.valueOf("NodegroupName")}`,
    attributes: {
      Arn: (of) => ofCluster(of, "nodegroup", `${of.valueOf("NodegroupName")}/${digits(of, 32)}`),
      Id: (of) => of.physicalId,
      NodegroupName: (of) => of.valueOf("NodegroupName"),
    },
  },
  "AWS::EKS::PodIdentityAssociation": {
    physicalId: (of) =>
      memo(of, () => ofCluster(of, "podidentityassociation", `a-${randomMixed(17).toLowerCase()}`)),
    attributes: { AssociationId: (of) => of.physicalId.split("/").pop() ?? "" },
  },
  "AWS::FIS::ExperimentTemplate": { physicalId: (of) => memo(of, () => `EXT${randomMixed(15)}`) },
  "AWS::Grafana::Workspace": {
    physicalId: (of) => memo(of, () => `g-${randomHex(10)}`),
    attributes: {
      Endpoint: (of) => `${of.physicalId}.grafana-workspace.${of.resource.region}.amazonaws.com`,
      GrafanaVersion: (of) => text(of, "GrafanaVersion", "10.4"),
    },
  },
  "AWS::IAM::Role": { attributes: { RoleId: (of) => `AROA${digits(of, 17).toUpperCase()}` } },
  "AWS::SecurityHub::Hub": {
    physicalId: (of) => arnOf(of, "securityhub", "hub/default"),
    attributes: { ARN: (of) => of.physicalId },
  },
  "AWS::SecurityHub::Standard": {
    physicalId: (of) =>
      arnOf(
        of,
        "securityhub",
        `subscription/${text(of, "StandardsArn").split(":standards/").pop() || "standard/v/1"}`,
      ),
  },
  "AWS::XRay::Group": {
    physicalId: (of) =>
      memo(of, () => arnOf(of, "xray", `group/${of.valueOf("GroupName")}/${randomUpper(32)}`)),
    attributes: { GroupARN: (of) => of.physicalId },
  },
};
