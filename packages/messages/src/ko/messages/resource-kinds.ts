import type { resourceKinds as english } from "../../en/messages/resource-kinds";
import type { Texts } from "../../texts";

export const resourceKinds = {
  resourceKind: {
    ApplicationAutoScaling: {
      ScalableTarget: "{count, plural, other {확장 대상}}",
      ScalingPolicy: "{count, plural, other {확장 정책}}",
    },
    APS: {
      RuleGroupsNamespace: "{count, plural, other {Prometheus 규칙 그룹}}",
      Workspace: "{count, plural, other {Prometheus 워크스페이스}}",
    },
    Backup: {
      BackupPlan: "{count, plural, other {백업 계획}}",
      BackupSelection: "{count, plural, other {백업 대상 선택}}",
      BackupVault: "{count, plural, other {백업 볼트}}",
    },
    CE: {
      AnomalyMonitor: "{count, plural, other {비용 이상 모니터}}",
      AnomalySubscription: "{count, plural, other {비용 이상 알림}}",
    },
    CertificateManager: {
      Certificate: "{count, plural, other {인증서}}",
    },
    CloudFront: {
      CachePolicy: "{count, plural, other {캐시 정책}}",
      Distribution: "{count, plural, other {CloudFront 배포}}",
      Function: "{count, plural, other {CloudFront 함수}}",
      OriginAccessControl: "{count, plural, other {오리진 액세스 제어}}",
      ResponseHeadersPolicy: "{count, plural, other {응답 헤더 정책}}",
    },
    CloudTrail: {
      Trail: "{count, plural, other {감사 추적}}",
    },
    CloudWatch: {
      Alarm: "{count, plural, other {경보}}",
      CompositeAlarm: "{count, plural, other {복합 경보}}",
      Dashboard: "{count, plural, other {대시보드}}",
    },
    Config: {
      ConfigRule: "{count, plural, other {Config 규칙}}",
      ConfigurationRecorder: "{count, plural, other {구성 레코더}}",
      DeliveryChannel: "{count, plural, other {Config 전송 채널}}",
    },
    DynamoDB: {
      GlobalTable: "{count, plural, other {DynamoDB 글로벌 테이블}}",
      Table: "{count, plural, other {DynamoDB 테이블}}",
    },
    EC2: {
      EIP: "{count, plural, other {퍼블릭 주소}}",
      FlowLog: "{count, plural, other {플로우 로그}}",
      Instance: "{count, plural, other {EC2 인스턴스}}",
      InternetGateway: "{count, plural, other {인터넷 게이트웨이}}",
      LaunchTemplate: "{count, plural, other {시작 템플릿}}",
      NatGateway: "{count, plural, other {NAT 게이트웨이}}",
      NetworkAcl: "{count, plural, other {네트워크 ACL}}",
      NetworkAclEntry: "{count, plural, other {네트워크 ACL 규칙}}",
      Route: "{count, plural, other {경로}}",
      RouteTable: "{count, plural, other {라우팅 테이블}}",
      SecurityGroup: "{count, plural, other {보안 그룹}}",
      SecurityGroupEgress: "{count, plural, other {아웃바운드 규칙}}",
      SecurityGroupIngress: "{count, plural, other {인바운드 규칙}}",
      Subnet: "{count, plural, other {서브넷}}",
      SubnetNetworkAclAssociation: "{count, plural, other {네트워크 ACL 연결}}",
      SubnetRouteTableAssociation: "{count, plural, other {라우팅 연결}}",
      VPC: "{count, plural, other {VPC}}",
      VPCEndpoint: "{count, plural, other {VPC 엔드포인트}}",
      VPCGatewayAttachment: "{count, plural, other {게이트웨이 연결}}",
    },
    ECR: {
      Repository: "{count, plural, other {이미지 리포지토리}}",
    },
    EKS: {
      AccessEntry: "{count, plural, other {클러스터 액세스 항목}}",
      Addon: "{count, plural, other {EKS 애드온}}",
      Cluster: "{count, plural, other {EKS 클러스터}}",
      Nodegroup: "{count, plural, other {노드 그룹}}",
      PodIdentityAssociation: "{count, plural, other {파드 자격 증명}}",
    },
    ElastiCache: {
      ParameterGroup: "{count, plural, other {캐시 파라미터 그룹}}",
      ReplicationGroup: "{count, plural, other {Redis 클러스터}}",
      ServerlessCache: "{count, plural, other {서버리스 캐시}}",
      SubnetGroup: "{count, plural, other {캐시 서브넷 그룹}}",
    },
    ElasticLoadBalancingV2: {
      Listener: "{count, plural, other {리스너}}",
      ListenerRule: "{count, plural, other {리스너 규칙}}",
      LoadBalancer: "{count, plural, other {로드 밸런서}}",
      TargetGroup: "{count, plural, other {대상 그룹}}",
    },
    Events: {
      Archive: "{count, plural, other {이벤트 아카이브}}",
      EventBus: "{count, plural, other {이벤트 버스}}",
      Rule: "{count, plural, other {이벤트 규칙}}",
    },
    FIS: {
      ExperimentTemplate: "{count, plural, other {장애 주입 실험}}",
    },
    GlobalAccelerator: {
      Accelerator: "{count, plural, other {글로벌 액셀러레이터}}",
      EndpointGroup: "{count, plural, other {액셀러레이터 엔드포인트 그룹}}",
      Listener: "{count, plural, other {액셀러레이터 리스너}}",
    },
    Grafana: {
      Workspace: "{count, plural, other {Grafana 워크스페이스}}",
    },
    IAM: {
      InstanceProfile: "{count, plural, other {인스턴스 프로파일}}",
      ManagedPolicy: "{count, plural, other {관리형 정책}}",
      OIDCProvider: "{count, plural, other {OIDC 공급자}}",
      Policy: "{count, plural, other {IAM 정책}}",
      Role: "{count, plural, other {IAM 역할}}",
    },
    KMS: {
      Alias: "{count, plural, other {키 별칭}}",
      Key: "{count, plural, other {암호화 키}}",
    },
    Lambda: {
      Function: "{count, plural, other {Lambda 함수}}",
      Permission: "{count, plural, other {Lambda 권한}}",
    },
    Logs: {
      LogGroup: "{count, plural, other {로그 그룹}}",
      MetricFilter: "{count, plural, other {지표 필터}}",
      ResourcePolicy: "{count, plural, other {로그 정책}}",
    },
    RDS: {
      DBCluster: "{count, plural, other {Aurora 클러스터}}",
      DBClusterParameterGroup: "{count, plural, other {데이터베이스 파라미터 그룹}}",
      DBInstance: "{count, plural, other {데이터베이스 인스턴스}}",
      DBParameterGroup: "{count, plural, other {데이터베이스 파라미터 그룹}}",
      DBSubnetGroup: "{count, plural, other {데이터베이스 서브넷 그룹}}",
    },
    Route53: {
      HealthCheck: "{count, plural, other {상태 확인}}",
      HostedZone: "{count, plural, other {DNS 영역}}",
      RecordSet: "{count, plural, other {DNS 레코드}}",
    },
    S3: {
      Bucket: "{count, plural, other {S3 버킷}}",
      BucketPolicy: "{count, plural, other {버킷 정책}}",
    },
    SecretsManager: {
      RotationSchedule: "{count, plural, other {시크릿 교체 일정}}",
      Secret: "{count, plural, other {시크릿}}",
      SecretTargetAttachment: "{count, plural, other {시크릿 연결}}",
    },
    SecurityHub: {
      Hub: "{count, plural, other {Security Hub}}",
      Standard: "{count, plural, other {보안 표준}}",
    },
    SNS: {
      Subscription: "{count, plural, other {알림 구독}}",
      Topic: "{count, plural, other {알림 주제}}",
      TopicPolicy: "{count, plural, other {주제 정책}}",
    },
    SQS: {
      Queue: "{count, plural, other {큐}}",
      QueuePolicy: "{count, plural, other {큐 정책}}",
    },
    SSM: {
      Parameter: "{count, plural, other {파라미터}}",
    },
    WAFv2: {
      IPSet: "{count, plural, other {WAF 주소 집합}}",
      LoggingConfiguration: "{count, plural, other {WAF 로그 설정}}",
      WebACL: "{count, plural, other {웹 ACL}}",
      WebACLAssociation: "{count, plural, other {웹 ACL 연결}}",
    },
    XRay: {
      Group: "{count, plural, other {추적 그룹}}",
      SamplingRule: "{count, plural, other {추적 샘플링 규칙}}",
    },
  },
  resources: {
    counted: "{kind} {count}개",
    countedUnknown: "{kind} {count}개",
  },
} satisfies Texts<typeof english>;
