import { collectorConfiguration } from "../stacks/observability/collector";
import { addGateway, installBalancerController, narrowExternalDns } from "./gateway";
import { addSpotNodes, installKarpenter } from "./karpenter";
import {
  type ManifestContext,
  type ManifestFile,
  type ManifestSpec,
  type ReadOutput,
  type RemainingStep,
  yamlFile,
} from "./manifest";

/**
 * What CloudFormation cannot do in a cluster, in the order to do it, with files filled in from the
 * environment's outputs. Empty without a cluster.
 * @param read the value of a stack's output
 */
export function remainingSteps(
  spec: ManifestSpec,
  context: ManifestContext,
  read: ReadOutput,
): RemainingStep[] {
  const { cluster, bastion, edge, observability } = spec;
  if (!cluster?.enabled) return [];
  const hasBalancer = edge?.enabled && edge.alb;
  return [
    enterCluster(cluster, bastion?.enabled ?? false, context, read),
    ...(cluster.spotNodesMax > 0
      ? [installKarpenter(cluster, context, read), addSpotNodes(cluster, context, read)]
      : []),
    ...(hasBalancer
      ? [
          installBalancerController(context, read),
          addGateway(edge, context, read),
          narrowExternalDns(edge, context, read),
        ]
      : []),
    ...(observability?.enabled && observability.prometheus
      ? [tuneCollector(observability.tracing, context, read)]
      : []),
  ];
}

/** Every file of every step. */
export const manifestFiles = (steps: readonly RemainingStep[]): ManifestFile[] =>
  steps.flatMap(({ files }) => files);

const WAYS = {
  public: {
    en: "The API answers the networks that were named. You need the AWS CLI, kubectl and helm.",
    ko: "API는 지정한 네트워크에서 접근할 수 있습니다. AWS CLI, kubectl, helm이 필요합니다.",
  },
  bastion: {
    en: "The API has no public address: reach it through the bastion, from your own machine with the AWS CLI, its Session Manager plugin, kubectl and helm. Your own rights count, since the bastion's role only views. Keep start-session running and type the rest in a second terminal.",
    ko: "API에 퍼블릭 주소가 없습니다. AWS CLI, Session Manager 플러그인, kubectl, helm이 있는 사용자 컴퓨터에서 배스천을 통해 접속하세요. 배스천의 역할은 조회만 할 수 있으므로 자신의 권한으로 작업합니다. start-session은 실행해 두고 나머지는 두 번째 터미널에서 입력하세요.",
  },
  inside: {
    en: "The API has no public address and there is no bastion: work on a machine that reaches the network, with the AWS CLI, kubectl and helm, or switch the bastion on in a change of this environment.",
    ko: "API에 퍼블릭 주소가 없고 배스천도 없습니다. 네트워크에 접근할 수 있는 컴퓨터에서 AWS CLI, kubectl, helm으로 작업하거나 이 환경의 변경 요청에서 배스천을 켜세요.",
  },
};

/**
 * The API on a port of one's own machine, through the bastion; its certificate is still checked against its
 * own name. Sources:
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-sessions-start.html
 * (port forwarding to a remote host),
 * https://kubernetes.io/docs/reference/kubectl/generated/kubectl_config/kubectl_config_set-cluster/.
 */
function forwardApi(
  clusterName: string,
  { region, accountId }: Pick<ManifestContext, "region" | "accountId">,
  read: ReadOutput,
): string[] {
  const host = read("cluster", "ClusterEndpoint").replace(/^https:\/\//, "");
  return [
    `kubectl config set-cluster arn:aws:eks:${region}:${accountId}:cluster/${clusterName} --server https://localhost:8443 --tls-server-name ${host}`,
    `aws ssm start-session --region ${region} --target ${read("bastion", "InstanceId")} --document-name AWS-StartPortForwardingSessionToRemoteHost --parameters host=${host},portNumber=443,localPortNumber=8443`,
  ];
}

function enterCluster(
  { adminArns, publicCidrs }: NonNullable<ManifestSpec["cluster"]>,
  hasBastion: boolean,
  { region, accountId }: ManifestContext,
  read: ReadOutput,
): RemainingStep {
  const name = read("cluster", "ClusterName");
  const where = `--region ${region} --cluster-name ${name}`;
  const principal = adminArns[0] ?? `arn:aws:iam::${accountId}:role/YOUR-ROLE`;
  const nobody =
    adminArns.length > 0
      ? []
      : [
          `aws eks create-access-entry ${where} --principal-arn ${principal}`,
          `aws eks associate-access-policy ${where} --principal-arn ${principal} --access-scope type=cluster --policy-arn arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy`,
        ];
  const way = publicCidrs.length > 0 ? WAYS.public : hasBastion ? WAYS.bastion : WAYS.inside;
  return {
    key: "access",
    title: { en: "Connect to the cluster", ko: "클러스터 접속" },
    why: {
      en: `${adminArns.length > 0 ? "Sign in as one of the administrators that were named." : "Nobody was named as administrator: give yourself the right first, or name somebody in a change of this environment."} ${way.en}`,
      ko: `${adminArns.length > 0 ? "지정한 관리자 중 하나로 로그인하세요." : "지정된 관리자가 없습니다. 먼저 자신에게 권한을 부여하거나 이 환경의 변경 요청에서 관리자를 지정하세요."} ${way.ko}`,
    },
    commands: [
      ...nobody,
      `aws eks update-kubeconfig --region ${region} --name ${name}`,
      ...(way === WAYS.bastion ? forwardApi(name, { region, accountId }, read) : []),
    ],
    files: [],
  };
}

/**
 * The add-on runs with this configuration already; the file is what to start from when services bring metrics
 * of their own.
 */
function tuneCollector(
  isTracing: boolean,
  { environmentName, region }: ManifestContext,
  read: ReadOutput,
): RemainingStep {
  return {
    key: "collector",
    title: { en: "Point the services at the collector", ko: "서비스를 수집기에 연결" },
    why: {
      en: "The collector runs with this configuration and scrapes nodes and annotated pods. Keep the file to change it; a later deployment resets it.",
      ko: "수집기는 이 구성으로 실행되며 노드와 애너테이션이 있는 파드를 수집합니다. 변경할 때 이 파일을 사용하되 다음 배포에서 원래 구성으로 되돌아갑니다.",
    },
    commands: [
      `aws eks update-addon --region ${region} --cluster-name ${read("cluster", "ClusterName")} --addon-name adot --configuration-values file://collector-values.yaml --resolve-conflicts OVERWRITE`,
    ],
    files: [
      yamlFile(
        "collector-values.yaml",
        `Configuration of the add-on adot for ${environmentName}`,
        collectorConfiguration(read("observability", "PrometheusEndpoint"), isTracing),
      ),
    ],
  };
}
