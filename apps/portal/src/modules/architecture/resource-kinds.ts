/**
 * What people call a kind of resource: one of it, several of it, and its Korean name (which has no plural).
 */
type Names = readonly [one: string, several: string, ko: string];

/**
 * CloudFormation type, without "AWS::", → names. A type that is missing here is still named, by `fallback`.
 */
const NAMES: Record<string, Names> = {
  "ApplicationAutoScaling::ScalableTarget": ["scaling target", "scaling targets", "확장 대상"],
  "ApplicationAutoScaling::ScalingPolicy": ["scaling policy", "scaling policies", "확장 정책"],
  "APS::RuleGroupsNamespace": ["Prometheus rule group", "Prometheus rule groups", "Prometheus 규칙 그룹"],
  "APS::Workspace": ["Prometheus workspace", "Prometheus workspaces", "Prometheus 워크스페이스"],
  "Backup::BackupPlan": ["backup plan", "backup plans", "백업 계획"],
  "Backup::BackupSelection": ["backup selection", "backup selections", "백업 대상 선택"],
  "Backup::BackupVault": ["backup vault", "backup vaults", "백업 볼트"],
  "CE::AnomalyMonitor": ["cost anomaly monitor", "cost anomaly monitors", "비용 이상 모니터"],
  "CE::AnomalySubscription": ["cost anomaly alert", "cost anomaly alerts", "비용 이상 알림"],
  "CertificateManager::Certificate": ["certificate", "certificates", "인증서"],
  "CloudFront::CachePolicy": ["cache policy", "cache policies", "캐시 정책"],
  "CloudFront::Distribution": ["CloudFront distribution", "CloudFront distributions", "CloudFront 배포"],
  "CloudFront::Function": ["CloudFront function", "CloudFront functions", "CloudFront 함수"],
  "CloudFront::OriginAccessControl": [
    "origin access control",
    "origin access controls",
    "오리진 액세스 제어",
  ],
  "CloudFront::ResponseHeadersPolicy": [
    "response headers policy",
    "response headers policies",
    "응답 헤더 정책",
  ],
  "CloudTrail::Trail": ["audit trail", "audit trails", "감사 추적"],
  "CloudWatch::Alarm": ["alarm", "alarms", "경보"],
  "CloudWatch::CompositeAlarm": ["composite alarm", "composite alarms", "복합 경보"],
  "CloudWatch::Dashboard": ["dashboard", "dashboards", "대시보드"],
  "Config::ConfigRule": ["Config rule", "Config rules", "Config 규칙"],
  "Config::ConfigurationRecorder": ["configuration recorder", "configuration recorders", "구성 레코더"],
  "Config::DeliveryChannel": ["Config delivery channel", "Config delivery channels", "Config 전송 채널"],
  "DynamoDB::GlobalTable": ["DynamoDB global table", "DynamoDB global tables", "DynamoDB 글로벌 테이블"],
  "DynamoDB::Table": ["DynamoDB table", "DynamoDB tables", "DynamoDB 테이블"],
  "EC2::EIP": ["public address", "public addresses", "퍼블릭 주소"],
  "EC2::FlowLog": ["flow log", "flow logs", "플로우 로그"],
  "EC2::Instance": ["EC2 instance", "EC2 instances", "EC2 인스턴스"],
  "EC2::InternetGateway": ["internet gateway", "internet gateways", "인터넷 게이트웨이"],
  "EC2::LaunchTemplate": ["launch template", "launch templates", "시작 템플릿"],
  "EC2::NatGateway": ["NAT gateway", "NAT gateways", "NAT 게이트웨이"],
  "EC2::NetworkAcl": ["network ACL", "network ACLs", "네트워크 ACL"],
  "EC2::NetworkAclEntry": ["network ACL rule", "network ACL rules", "네트워크 ACL 규칙"],
  "EC2::Route": ["route", "routes", "경로"],
  "EC2::RouteTable": ["route table", "route tables", "라우팅 테이블"],
  "EC2::SecurityGroup": ["security group", "security groups", "보안 그룹"],
  "EC2::SecurityGroupEgress": ["outbound rule", "outbound rules", "아웃바운드 규칙"],
  "EC2::SecurityGroupIngress": ["inbound rule", "inbound rules", "인바운드 규칙"],
  "EC2::Subnet": ["subnet", "subnets", "서브넷"],
  "EC2::SubnetNetworkAclAssociation": [
    "network ACL association",
    "network ACL associations",
    "네트워크 ACL 연결",
  ],
  "EC2::SubnetRouteTableAssociation": ["route association", "route associations", "라우팅 연결"],
  "EC2::VPC": ["VPC", "VPCs", "VPC"],
  "EC2::VPCEndpoint": ["VPC endpoint", "VPC endpoints", "VPC 엔드포인트"],
  "EC2::VPCGatewayAttachment": ["gateway attachment", "gateway attachments", "게이트웨이 연결"],
  "ECR::Repository": ["image repository", "image repositories", "이미지 리포지토리"],
  "EKS::AccessEntry": ["cluster access entry", "cluster access entries", "클러스터 액세스 항목"],
  "EKS::Addon": ["EKS add-on", "EKS add-ons", "EKS 애드온"],
  "EKS::Cluster": ["EKS cluster", "EKS clusters", "EKS 클러스터"],
  "EKS::Nodegroup": ["node group", "node groups", "노드 그룹"],
  "EKS::PodIdentityAssociation": ["pod identity", "pod identities", "파드 자격 증명"],
  "ElastiCache::ParameterGroup": ["cache parameter group", "cache parameter groups", "캐시 파라미터 그룹"],
  "ElastiCache::ReplicationGroup": ["Redis cluster", "Redis clusters", "Redis 클러스터"],
  "ElastiCache::ServerlessCache": ["serverless cache", "serverless caches", "서버리스 캐시"],
  "ElastiCache::SubnetGroup": ["cache subnet group", "cache subnet groups", "캐시 서브넷 그룹"],
  "ElasticLoadBalancingV2::Listener": ["listener", "listeners", "리스너"],
  "ElasticLoadBalancingV2::ListenerRule": ["listener rule", "listener rules", "리스너 규칙"],
  "ElasticLoadBalancingV2::LoadBalancer": ["load balancer", "load balancers", "로드 밸런서"],
  "ElasticLoadBalancingV2::TargetGroup": ["target group", "target groups", "대상 그룹"],
  "Events::Archive": ["event archive", "event archives", "이벤트 아카이브"],
  "Events::EventBus": ["event bus", "event buses", "이벤트 버스"],
  "Events::Rule": ["event rule", "event rules", "이벤트 규칙"],
  "FIS::ExperimentTemplate": ["fault experiment", "fault experiments", "장애 주입 실험"],
  "GlobalAccelerator::Accelerator": ["global accelerator", "global accelerators", "글로벌 액셀러레이터"],
  "GlobalAccelerator::EndpointGroup": [
    "accelerator endpoint group",
    "accelerator endpoint groups",
    "액셀러레이터 엔드포인트 그룹",
  ],
  "GlobalAccelerator::Listener": ["accelerator listener", "accelerator listeners", "액셀러레이터 리스너"],
  "Grafana::Workspace": ["Grafana workspace", "Grafana workspaces", "Grafana 워크스페이스"],
  "IAM::InstanceProfile": ["instance profile", "instance profiles", "인스턴스 프로파일"],
  "IAM::ManagedPolicy": ["managed policy", "managed policies", "관리형 정책"],
  "IAM::OIDCProvider": ["OIDC provider", "OIDC providers", "OIDC 공급자"],
  "IAM::Policy": ["IAM policy", "IAM policies", "IAM 정책"],
  "IAM::Role": ["IAM role", "IAM roles", "IAM 역할"],
  "KMS::Alias": ["key alias", "key aliases", "키 별칭"],
  "KMS::Key": ["encryption key", "encryption keys", "암호화 키"],
  "Lambda::Function": ["Lambda function", "Lambda functions", "Lambda 함수"],
  "Lambda::Permission": ["Lambda permission", "Lambda permissions", "Lambda 권한"],
  "Logs::LogGroup": ["log group", "log groups", "로그 그룹"],
  "Logs::MetricFilter": ["metric filter", "metric filters", "지표 필터"],
  "Logs::ResourcePolicy": ["log policy", "log policies", "로그 정책"],
  "RDS::DBCluster": ["Aurora cluster", "Aurora clusters", "Aurora 클러스터"],
  "RDS::DBClusterParameterGroup": [
    "database parameter group",
    "database parameter groups",
    "데이터베이스 파라미터 그룹",
  ],
  "RDS::DBInstance": ["database instance", "database instances", "데이터베이스 인스턴스"],
  "RDS::DBParameterGroup": [
    "database parameter group",
    "database parameter groups",
    "데이터베이스 파라미터 그룹",
  ],
  "RDS::DBSubnetGroup": ["database subnet group", "database subnet groups", "데이터베이스 서브넷 그룹"],
  "Route53::HealthCheck": ["health check", "health checks", "상태 확인"],
  "Route53::HostedZone": ["DNS zone", "DNS zones", "DNS 영역"],
  "Route53::RecordSet": ["DNS record", "DNS records", "DNS 레코드"],
  "S3::Bucket": ["S3 bucket", "S3 buckets", "S3 버킷"],
  "S3::BucketPolicy": ["bucket policy", "bucket policies", "버킷 정책"],
  "SecretsManager::RotationSchedule": ["secret rotation", "secret rotations", "시크릿 교체 일정"],
  "SecretsManager::Secret": ["secret", "secrets", "시크릿"],
  "SecretsManager::SecretTargetAttachment": ["secret attachment", "secret attachments", "시크릿 연결"],
  "SecurityHub::Hub": ["Security Hub", "Security Hubs", "Security Hub"],
  "SecurityHub::Standard": ["security standard", "security standards", "보안 표준"],
  "SNS::Subscription": ["notification subscription", "notification subscriptions", "알림 구독"],
  "SNS::Topic": ["notification topic", "notification topics", "알림 주제"],
  "SNS::TopicPolicy": ["topic policy", "topic policies", "주제 정책"],
  "SQS::Queue": ["queue", "queues", "큐"],
  "SQS::QueuePolicy": ["queue policy", "queue policies", "큐 정책"],
  "SSM::Parameter": ["parameter", "parameters", "파라미터"],
  "WAFv2::IPSet": ["WAF address set", "WAF address sets", "WAF 주소 집합"],
  "WAFv2::LoggingConfiguration": ["WAF log setting", "WAF log settings", "WAF 로그 설정"],
  "WAFv2::WebACL": ["web ACL", "web ACLs", "웹 ACL"],
  "WAFv2::WebACLAssociation": ["web ACL association", "web ACL associations", "웹 ACL 연결"],
  "XRay::Group": ["trace group", "trace groups", "추적 그룹"],
  "XRay::SamplingRule": ["trace sampling rule", "trace sampling rules", "추적 샘플링 규칙"],
};

/** What a stack is about, the most telling first: a network's gateways say more of it than its log group. */
const TELLING =
  "EKS::Cluster EKS::Nodegroup DynamoDB::Table DynamoDB::GlobalTable ElastiCache::ReplicationGroup ElastiCache::ServerlessCache RDS::DBCluster CloudFront::Distribution ElasticLoadBalancingV2::LoadBalancer WAFv2::WebACL GlobalAccelerator::Accelerator CertificateManager::Certificate ECR::Repository EC2::Instance CloudWatch::Alarm Events::EventBus SQS::Queue Events::Rule Lambda::Function EC2::NatGateway EC2::Subnet EC2::VPCEndpoint EC2::VPC APS::Workspace Grafana::Workspace CloudWatch::Dashboard Backup::BackupPlan Config::ConfigRule FIS::ExperimentTemplate EKS::Addon S3::Bucket Route53::HostedZone KMS::Key SNS::Topic".split(
    " ",
  );
/**
 * Kinds that only join or permit others: they are counted, but stand for what a stack is about only when it
 * has nothing else.
 */
const PLUMBING =
  /(Association|Attachment|Policy|Permission|Alias|Entry|InstanceProfile|SubnetGroup|ParameterGroup|Ingress|Egress|Route|RouteTable|EIP|Role)$/;

function rankOf(type: string): number {
  const rank = TELLING.indexOf(type.replace(/^AWS::/, ""));
  if (rank >= 0) return rank;
  return PLUMBING.test(type) ? TELLING.length + 1 : TELLING.length;
}

/** "AWS::Foo::BarBaz" → "Bar baz (Foo)". */
function fallback(type: string): string {
  const parts = type.split("::");
  const words = (parts.at(-1) ?? type)
    .replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, " ")
    .split(" ");
  const kind = words
    .map((word, index) => (index > 0 && !/^[A-Z]{2}/.test(word) ? word.toLowerCase() : word))
    .join(" ");
  const service = parts.length > 2 ? parts.at(-2) : undefined;
  return service ? `${kind} (${service})` : kind;
}

/** "6 DynamoDB tables", "1 VPC"; in Korean "DynamoDB 테이블 6개". */
export function countedKind(type: string, count: number, locale: string): string {
  const names = NAMES[type.replace(/^AWS::/, "")];
  if (locale === "ko") return `${names?.[2] ?? fallback(type)} ${count}개`;
  if (!names) return `${count} × ${fallback(type)}`;
  return `${count} ${count === 1 ? names[0] : names[1]}`;
}

/** The kind of one resource, as a heading: "DynamoDB table", "Subnet". */
export function kindName(type: string, locale: string): string {
  const names = NAMES[type.replace(/^AWS::/, "")];
  const name = locale === "ko" ? names?.[2] : names?.[0];
  return name ? name.charAt(0).toUpperCase() + name.slice(1) : fallback(type);
}

/** How many resources of each kind there are, those that say what the whole is about first. */
export function countKinds(groups: readonly { type: string; members: readonly string[] }[]) {
  const counts = new Map<string, number>();
  for (const { type, members } of groups) counts.set(type, (counts.get(type) ?? 0) + members.length);
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .sort((a, b) => rankOf(a.type) - rankOf(b.type) || b.count - a.count);
}
