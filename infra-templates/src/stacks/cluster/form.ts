import { CLUSTER_VERSIONS } from "@greenroom/pricing/kubernetes-versions";
import type { FieldCondition, FormField, SettingsSection } from "../../model/form";
import { retentionChoices } from "../../model/form-choices";
import { NODE_GROUPS, type NodeGroup } from "./node-group-names";

const whenOn: FieldCondition[] = [{ path: "cluster.enabled", equals: true }];

const versionChoices: FormField["choices"] = CLUSTER_VERSIONS.map((version) => ({
  value: version.version,
  label: {
    en: `${version.version} (standard support until ${version.standardSupportEndsOn}, extended until ${version.extendedSupportEndsOn})`,
    ko: `${version.version} (표준 지원 ${version.standardSupportEndsOn}까지, 연장 지원 ${version.extendedSupportEndsOn}까지)`,
  },
}));

const count = (
  path: string,
  label: FormField["label"],
  min: number,
  help?: FormField["help"],
): FormField => ({
  path,
  kind: "number",
  label,
  ...(help && { help }),
  min,
  max: 450,
  visibleWhen: whenOn,
});

function nodeGroupFields({ key, name, purpose }: NodeGroup): FormField[] {
  return [
    {
      path: `cluster.${key}Types`,
      kind: "list",
      label: { en: `${name.en}: instance types`, ko: `${name.ko}: 인스턴스 유형` },
      help: {
        en: `${purpose.en} One type per line, such as t3.large; all with the same processor. A change replaces the group: its pods move to new nodes.`,
        ko: `${purpose.ko} t3.large처럼 한 줄에 하나씩, 같은 프로세서의 유형을 입력합니다. 바꾸면 그룹이 교체되고 파드가 새 노드로 옮겨집니다.`,
      },
      isFixedAfterCreate: true,
      visibleWhen: whenOn,
    },
    count(`cluster.${key}Min`, { en: `${name.en}: minimum`, ko: `${name.ko}: 최소` }, 0),
    count(`cluster.${key}Desired`, { en: `${name.en}: desired`, ko: `${name.ko}: 원하는 수` }, 0),
    count(`cluster.${key}Max`, { en: `${name.en}: maximum`, ko: `${name.ko}: 최대` }, 1),
  ];
}

const accessFields: FormField[] = [
  {
    path: "cluster.publicCidrs",
    kind: "list",
    label: { en: "Networks that reach the Kubernetes API", ko: "Kubernetes API에 접근할 네트워크" },
    help: {
      en: "Public networks, one per line, such as 203.0.113.0/24. Empty: the API has no public address, and people reach it from the bastion only: switch that on.",
      ko: "203.0.113.0/24처럼 퍼블릭 네트워크를 한 줄에 하나씩 입력합니다. 비워 두면 API에 퍼블릭 주소가 없고 배스천에서만 접근하므로 배스천을 켜야 합니다.",
    },
    visibleWhen: whenOn,
  },
  {
    path: "cluster.adminArns",
    kind: "list",
    label: { en: "Administrators", ko: "관리자" },
    help: {
      en: "ARNs of IAM roles or users that may do everything in the cluster, one per line. Without one nobody may change anything in the cluster, not even the role that builds it; somebody with eks:CreateAccessEntry would have to add one by hand.",
      ko: "클러스터에서 모든 작업을 할 수 있는 IAM 역할 또는 사용자의 ARN을 한 줄에 하나씩 입력합니다. 없으면 클러스터를 만든 역할을 포함해 아무도 클러스터를 변경할 수 없으며, eks:CreateAccessEntry 권한이 있는 사람이 직접 추가해야 합니다.",
    },
    visibleWhen: whenOn,
  },
  {
    path: "cluster.readerArns",
    kind: "list",
    label: { en: "Readers", ko: "읽기 권한" },
    help: {
      en: "ARNs of IAM roles or users that may look at everything but secrets, one per line.",
      ko: "시크릿을 제외한 모든 것을 볼 수 있는 IAM 역할 또는 사용자의 ARN을 한 줄에 하나씩 입력합니다.",
    },
    visibleWhen: whenOn,
  },
];

export const clusterSection: SettingsSection = {
  title: { en: "Cluster", ko: "클러스터" },
  help: {
    en: "Kubernetes on EKS with three groups of nodes. What runs in it is applied by hand after the deployment: Karpenter with its NodePool, which adds spot nodes when pods wait, if spot nodes are allowed; the load balancer controller and the Gateway, if there is a load balancer. The environment's page then has the files for what is switched on. Secrets are encrypted with a key of its own.",
    ko: "세 개의 노드 그룹이 있는 EKS의 Kubernetes입니다. 클러스터 안에서 실행할 것은 배포 후 직접 적용합니다. 스팟 노드를 허용하면 파드가 대기할 때 스팟 노드를 추가하는 Karpenter와 NodePool을, 로드 밸런서가 있으면 로드 밸런서 컨트롤러와 Gateway를 적용합니다. 사용하도록 설정한 항목의 파일은 배포 후 환경 페이지에 있습니다. 시크릿은 전용 키로 암호화됩니다.",
  },
  fields: [
    { path: "cluster.enabled", kind: "switch", label: { en: "Cluster", ko: "클러스터 사용" } },
    {
      path: "cluster.version",
      kind: "choice",
      label: { en: "Kubernetes version", ko: "Kubernetes 버전" },
      help: {
        en: "Extended support costs six times the control plane's price ($0.60 an hour instead of $0.10) from the day standard support ends. A running cluster goes up one minor version at a time (1.33, then 1.34) and never down; its nodes and add-ons follow.",
        ko: "표준 지원이 끝나면 연장 지원 요금이 더해져 컨트롤 플레인 가격이 시간당 $0.10에서 $0.60로 6배가 됩니다. 운영 중인 클러스터는 한 번에 한 버전씩(1.33 다음 1.34)만 올릴 수 있고 내릴 수 없으며, 노드와 애드온도 함께 올라갑니다.",
      },
      choices: versionChoices,
      visibleWhen: whenOn,
    },
    ...accessFields,
    ...NODE_GROUPS.flatMap(nodeGroupFields),
    {
      path: "cluster.nodeDiskGb",
      kind: "number",
      label: { en: "Node disk", ko: "노드 디스크" },
      help: { en: "For images and logs; encrypted.", ko: "이미지와 로그용이며 암호화됩니다." },
      unit: { en: "GB", ko: "GB" },
      min: 20,
      max: 1000,
      visibleWhen: whenOn,
    },
    {
      ...count("cluster.spotNodesMin", { en: "Spot nodes on a quiet day", ko: "한가한 날의 스팟 노드" }, 0),
      help: {
        en: "For the price only: Karpenter's own bounds stand in its NodePool, in the cluster.",
        ko: "가격 계산용입니다. Karpenter의 실제 한도는 클러스터의 NodePool에 있습니다.",
      },
      max: 1000,
    },
    {
      ...count("cluster.spotNodesMax", { en: "Spot nodes on a busy day", ko: "바쁜 날의 스팟 노드" }, 0),
      max: 1000,
    },
    {
      path: "cluster.logRetentionDays",
      kind: "choice",
      label: { en: "Keep control-plane logs for", ko: "컨트롤 플레인 로그 보존 기간" },
      choices: retentionChoices,
      visibleWhen: whenOn,
    },
  ],
};
