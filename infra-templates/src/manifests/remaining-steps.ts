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
 * What CloudFormation cannot do in a cluster, in the order to do it, with files filled in from the environment's outputs. Empty
 * without a cluster.
 * @param read the value of a stack's output
 */
export function remainingSteps(
  spec: ManifestSpec,
  context: ManifestContext,
  read: ReadOutput,
): RemainingStep[] {
  const { cluster, edge, observability } = spec;
  if (!cluster?.enabled) return [];
  const hasBalancer = edge?.enabled && edge.alb;
  return [
    enterCluster(cluster, context, read),
    installKarpenter(cluster, context, read),
    ...(cluster.spotNodesMax > 0 ? [addSpotNodes(cluster, context, read)] : []),
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

function enterCluster(
  { adminArns, publicCidrs }: NonNullable<ManifestSpec["cluster"]>,
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
  const isPublic = publicCidrs.length > 0;
  return {
    key: "access",
    title: { en: "Get into the cluster", ko: "클러스터 접속" },
    why: {
      en: `${adminArns.length > 0 ? "Sign in as one of the administrators that were named." : "Nobody was named as administrator: give yourself the right first, or name somebody in a change of this environment."} ${isPublic ? "The API answers the networks that were named." : "The API has no public address: work on the bastion."}`,
      ko: `${adminArns.length > 0 ? "지정한 관리자 중 하나로 로그인하세요." : "지정된 관리자가 없습니다. 먼저 자신에게 권한을 부여하거나 이 환경의 변경 요청에서 관리자를 지정하세요."} ${isPublic ? "API는 지정한 네트워크에서 접근할 수 있습니다." : "API에 공인 주소가 없으므로 배스천에서 작업하세요."}`,
    },
    commands: [...nobody, `aws eks update-kubeconfig --region ${region} --name ${name}`],
    files: [],
  };
}

/** The add-on runs with this configuration already; the file is what to start from when services bring metrics of their own. */
function tuneCollector(
  isTracing: boolean,
  { environmentName, region }: ManifestContext,
  read: ReadOutput,
): RemainingStep {
  return {
    key: "collector",
    title: { en: "Point the services at the collector", ko: "서비스를 수집기에 연결" },
    why: {
      en: "The collector runs with this configuration and scrapes nodes and annotated pods. Keep the file to change it; a later deployment sets it back.",
      ko: "수집기는 이 구성으로 실행되며 노드와 주석이 있는 파드를 수집합니다. 변경할 때 이 파일을 사용하되 다음 배포에서 원래대로 돌아갑니다.",
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
