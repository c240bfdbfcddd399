import { siteNames } from "../stacks/edge/domain";
import { TARGET_PORT } from "../stacks/edge/target-port";
import { HEALTH_PATH } from "../stacks/edge/web-acl-rules";
import {
  type ManifestContext,
  type ManifestSpec,
  type ReadOutput,
  type RemainingStep,
  yamlFile,
} from "./manifest";

const NAMESPACE = "gateway";
const GATEWAY = "public";
const SERVICE = "gateway-public";
const SECRET = "gateway-tls";

/**
 * The controller that registers pods with the load balancer. It leaves alone what the template has: no WAF,
 * no Shield.
 */
export function installBalancerController({ region }: ManifestContext, read: ReadOutput): RemainingStep {
  return {
    key: "loadBalancerController",
    title: { en: "Install the AWS load balancer controller", ko: "AWS 로드 밸런서 컨트롤러 설치" },
    why: {
      en: "Its role exists; the controller that registers pods with the load balancer does not.",
      ko: "역할은 있지만 로드 밸런서에 파드를 등록하는 컨트롤러는 없습니다.",
    },
    commands: [
      "helm repo add eks https://aws.github.io/eks-charts",
      "helm upgrade --install aws-load-balancer-controller eks/aws-load-balancer-controller --namespace kube-system -f load-balancer-controller-values.yaml",
    ],
    files: [
      yamlFile("load-balancer-controller-values.yaml", "Values of the AWS load balancer controller's chart", {
        clusterName: read("cluster", "ClusterName"),
        region,
        vpcId: read("network", "VpcId"),
        serviceAccount: { create: true, name: "aws-load-balancer-controller" },
        enableShield: false,
        enableWaf: false,
        enableWafv2: false,
      }),
    ],
  };
}

/**
 * A Gateway whose pods the environment's load balancer sends requests to, over TLS. It has no address of its
 * own, so external-dns is told the load balancer's: of a Gateway it reads this annotation alone, and host
 * names from the routes (https://kubernetes-sigs.github.io/external-dns/v0.20.0/docs/sources/gateway-api/,
 * "Annotation Placement"). From 0.22 the annotation is external-dns.kubernetes.io/target.
 */
export function addGateway(
  edge: NonNullable<ManifestSpec["edge"]>,
  { environmentName }: ManifestContext,
  read: ReadOutput,
): RemainingStep {
  const { domain } = edge;
  const named = (name: string) => ({ metadata: { name, namespace: NAMESPACE } });
  const proxy = {
    apiVersion: "gateway.envoyproxy.io/v1alpha1",
    kind: "EnvoyProxy",
    ...named(GATEWAY),
    spec: {
      provider: {
        type: "Kubernetes",
        kubernetes: { envoyDeployment: { replicas: 2 }, envoyService: { name: SERVICE, type: "ClusterIP" } },
      },
    },
  };
  const gatewayClass = {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "GatewayClass",
    metadata: { name: GATEWAY },
    spec: {
      controllerName: "gateway.envoyproxy.io/gatewayclass-controller",
      parametersRef: {
        group: "gateway.envoyproxy.io",
        kind: "EnvoyProxy",
        name: GATEWAY,
        namespace: NAMESPACE,
      },
    },
  };
  // The load balancer checks no name and no issuer of its targets' certificates.
  const issuer = {
    apiVersion: "cert-manager.io/v1",
    kind: "Issuer",
    ...named(GATEWAY),
    spec: { selfSigned: {} },
  };
  const certificate = {
    apiVersion: "cert-manager.io/v1",
    kind: "Certificate",
    ...named(SECRET),
    spec: {
      secretName: SECRET,
      dnsNames: [domain, `*.${domain}`],
      issuerRef: { name: GATEWAY, kind: "Issuer" },
    },
  };
  const gateway = {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "Gateway",
    metadata: {
      ...named(GATEWAY).metadata,
      annotations: { "external-dns.alpha.kubernetes.io/target": read("edge", "AlbDnsName") },
    },
    spec: {
      gatewayClassName: GATEWAY,
      listeners: [
        {
          name: "https",
          protocol: "HTTPS",
          port: TARGET_PORT,
          tls: { mode: "Terminate", certificateRefs: [{ name: SECRET }] },
          allowedRoutes: { namespaces: { from: "All" } },
        },
      ],
    },
  };
  const binding = {
    apiVersion: "elbv2.k8s.aws/v1beta1",
    kind: "TargetGroupBinding",
    ...named(GATEWAY),
    spec: {
      serviceRef: { name: SERVICE, port: TARGET_PORT },
      targetGroupARN: read("edge", "TargetGroupArn"),
      targetType: "ip",
    },
  };
  const routeOf = (name: string, path: { type: string; value: string }, hostnames?: string[]) => ({
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "HTTPRoute",
    metadata: { name, namespace: "ticketing" },
    spec: {
      parentRefs: [{ name: GATEWAY, namespace: NAMESPACE }],
      ...(hostnames && { hostnames }),
      rules: [{ matches: [{ path }], backendRefs: [{ name: "ticketing-api", port: 8080 }] }],
    },
  });
  const api = routeOf("api", { type: "PathPrefix", value: "/api" }, siteNames(edge));
  // Without host names: the load balancer's own checks name an address.
  const health = routeOf("health", { type: "Exact", value: HEALTH_PATH });
  return {
    key: "gateway",
    title: { en: "Add the Gateway behind the load balancer", ko: "로드 밸런서 뒤의 Gateway 추가" },
    why: {
      en: `The load balancer answers 503 until pods are registered with it. This Gateway (Envoy Gateway) listens on ${TARGET_PORT}, where the load balancer sends requests; the routes lead to the service ticketing-api, which you change to your own.`,
      ko: `파드가 등록될 때까지 로드 밸런서는 503으로 응답합니다. 이 Gateway(Envoy Gateway)는 로드 밸런서가 요청하는 ${TARGET_PORT} 포트에서 수신하며, 경로는 ticketing-api 서비스로 연결되므로 실제 서비스로 바꾸세요.`,
    },
    commands: [
      "helm upgrade --install envoy-gateway oci://docker.io/envoyproxy/gateway-helm --namespace envoy-gateway-system --create-namespace",
      `kubectl create namespace ${NAMESPACE}`,
      "kubectl create namespace ticketing",
      "kubectl apply -f gateway.yaml -f route.yaml",
    ],
    files: [
      yamlFile(
        "gateway.yaml",
        `The Gateway behind the load balancer of ${environmentName}`,
        ...[gatewayClass, proxy, issuer, certificate, gateway, binding],
      ),
      yamlFile("route.yaml", "Where the API's requests go: change the service to yours", api, health),
    ],
  };
}

/**
 * Which names external-dns keeps, of what. The add-on is there; without this it watches Services of every
 * name.
 */
export function narrowExternalDns(
  { domain }: NonNullable<ManifestSpec["edge"]>,
  { environmentName, region }: ManifestContext,
  read: ReadOutput,
): RemainingStep {
  return {
    key: "externalDns",
    title: { en: "Set the domain of external-dns", ko: "external-dns 이름 설정" },
    why: {
      en: `The add-on runs and can write records. Narrow it to ${domain} and let it read routes of the Gateway API. A name that a route adds gets a record to the load balancer; records that the environment itself made stay as they are.`,
      ko: `애드온은 실행 중이며 레코드를 쓸 수 있습니다. ${domain}으로 제한하고 Gateway API의 경로를 읽게 하세요. 경로에 추가한 이름은 로드 밸런서를 가리키는 레코드가 생성되고, 환경이 만든 레코드는 그대로 유지됩니다.`,
    },
    commands: [
      `aws eks update-addon --region ${region} --cluster-name ${read("cluster", "ClusterName")} --addon-name external-dns --configuration-values file://external-dns-values.yaml --resolve-conflicts OVERWRITE`,
    ],
    files: [
      yamlFile(
        "external-dns-values.yaml",
        `Configuration of the add-on external-dns for ${environmentName}`,
        {
          domainFilters: [domain],
          policy: "upsert-only",
          registry: "txt",
          sources: ["service", "gateway-httproute"],
          txtOwnerId: environmentName,
        },
      ),
    ],
  };
}
