import { NODE_GROUPS } from "../stacks/cluster/node-group-names";
import { SPOT_NODE_TYPE } from "../stacks/cluster/spot-node";
import {
  type ManifestContext,
  type ManifestSpec,
  type ReadOutput,
  type RemainingStep,
  yamlFile,
} from "./manifest";

/** Of a t3.medium: what a NodePool's limits are counted in. */
const SPOT_NODE = { cpu: 2, memoryGi: 4 };

/** Karpenter's chart, with a home among the critical nodes, which it does not manage itself. */
export function installKarpenter(
  cluster: NonNullable<ManifestSpec["cluster"]>,
  { environmentName }: ManifestContext,
  read: ReadOutput,
): RemainingStep {
  const critical = NODE_GROUPS[0].label;
  return {
    key: "karpenter",
    title: { en: "Install Karpenter", ko: "Karpenter 설치" },
    why: {
      en: `Its role, queue and node role exist; its controller does not. Use a version that supports Kubernetes ${cluster.version}: https://karpenter.sh/docs/upgrading/compatibility/.`,
      ko: `역할, 큐, 노드 역할은 있지만 컨트롤러는 없습니다. Kubernetes ${cluster.version}을 지원하는 버전을 사용하세요: https://karpenter.sh/docs/upgrading/compatibility/.`,
    },
    commands: [
      "helm upgrade --install karpenter oci://public.ecr.aws/karpenter/karpenter --namespace karpenter --create-namespace -f karpenter-values.yaml",
    ],
    files: [
      yamlFile("karpenter-values.yaml", `Values of Karpenter's chart for ${environmentName}`, {
        settings: {
          clusterName: read("cluster", "ClusterName"),
          clusterEndpoint: read("cluster", "ClusterEndpoint"),
          interruptionQueue: read("karpenter", "KarpenterQueueName"),
        },
        serviceAccount: { create: true, name: "karpenter" },
        nodeSelector: { "greenroom.io/node-group": critical },
      }),
    ],
  };
}

/** What Karpenter may start: spot nodes up to the most that the price was reckoned with. */
export function addSpotNodes(
  cluster: NonNullable<ManifestSpec["cluster"]>,
  { environmentName, stage }: ManifestContext,
  read: ReadOutput,
): RemainingStep {
  const nodeClass = {
    apiVersion: "karpenter.k8s.aws/v1",
    kind: "EC2NodeClass",
    metadata: { name: "spot" },
    spec: {
      instanceProfile: read("karpenter", "KarpenterProfileName"),
      amiSelectorTerms: [{ alias: "al2023@latest" }],
      // The network stack's tag on the subnets of the app tier: one term, however many zones there are.
      subnetSelectorTerms: [{ tags: { "karpenter.sh/discovery": environmentName } }],
      securityGroupSelectorTerms: [{ id: read("cluster", "ClusterSecurityGroupId") }],
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: {
            volumeType: "gp3",
            volumeSize: `${cluster.nodeDiskGb}Gi`,
            encrypted: true,
            deleteOnTermination: true,
          },
        },
      ],
      tags: {
        Name: `${environmentName}-spot`,
        "greenroom:environment": environmentName,
        "greenroom:stage": stage,
      },
    },
  };
  const pool = {
    apiVersion: "karpenter.sh/v1",
    kind: "NodePool",
    metadata: { name: "spot" },
    spec: {
      template: {
        spec: {
          nodeClassRef: { group: "karpenter.k8s.aws", kind: "EC2NodeClass", name: "spot" },
          requirements: [
            { key: "karpenter.sh/capacity-type", operator: "In", values: ["spot"] },
            { key: "node.kubernetes.io/instance-type", operator: "In", values: [SPOT_NODE_TYPE] },
          ],
          expireAfter: "720h",
        },
      },
      limits: {
        cpu: String(cluster.spotNodesMax * SPOT_NODE.cpu),
        memory: `${cluster.spotNodesMax * SPOT_NODE.memoryGi}Gi`,
      },
      disruption: { consolidationPolicy: "WhenEmptyOrUnderutilized", consolidateAfter: "1m" },
    },
  };
  return {
    key: "spotNodes",
    title: { en: "Let Karpenter start spot nodes", ko: "Karpenter 스팟 노드 허용" },
    why: {
      en: `Until a NodePool is applied, no spot node starts. This one allows ${cluster.spotNodesMax} of ${SPOT_NODE_TYPE}, the most that your price includes.`,
      ko: `NodePool을 적용하기 전에는 스팟 노드가 시작되지 않습니다. 이 파일은 가격 계산에 쓰인 최대치인 ${SPOT_NODE_TYPE} ${cluster.spotNodesMax}개까지 허용합니다.`,
    },
    commands: ["kubectl apply -f ec2nodeclass.yaml -f nodepool.yaml"],
    files: [
      yamlFile("ec2nodeclass.yaml", `What Karpenter's nodes of ${environmentName} are made of`, nodeClass),
      yamlFile("nodepool.yaml", `Which nodes Karpenter may start in ${environmentName}`, pool),
    ],
  };
}
