import type { LocalText } from "../usage";

interface FreeTypes {
  reason: LocalText;
  /** Service → names of its types, parted by spaces. */
  types: Readonly<Record<string, string>>;
}

/**
 * Types that cost nothing by themselves, by why. What makes one of them cost something stands in `FREE_UNLESS`, and a type that is
 * priced in some forms has a model with `freeBecause`.
 */
export const FREE_TYPES: readonly FreeTypes[] = [
  {
    reason: {
      en: "Part of the network that AWS does not charge for.",
      ko: "요금이 없는 네트워크 구성 요소입니다.",
    },
    types: {
      EC2:
        "EgressOnlyInternetGateway InternetGateway NetworkAcl PrefixList Route RouteTable SecurityGroup Subnet " +
        "VPCPeeringConnection CarrierGateway CustomerGateway VPNGateway NetworkInterface PlacementGroup TransitGateway " +
        "TransitGatewayRoute TransitGatewayRouteTable InstanceConnectEndpoint",
    },
  },
  {
    reason: {
      en: "Configuration of another resource; not charged by itself.",
      ko: "다른 리소스의 설정이며 자체 요금이 없습니다.",
    },
    types: {
      ApiGateway:
        "Authorizer BasePathMapping ClientCertificate Deployment DocumentationPart DocumentationVersion " +
        "GatewayResponse Method Model RequestValidator Resource UsagePlan UsagePlanKey ApiKey Account VpcLink DomainName",
      ApiGatewayV2:
        "ApiMapping Authorizer Deployment Integration IntegrationResponse Model Route RouteResponse Stage DomainName VpcLink",
      APS: "RuleGroupsNamespace",
      Athena: "NamedQuery PreparedStatement",
      AutoScaling: "LifecycleHook ScalingPolicy ScheduledAction LaunchConfiguration",
      Backup: "BackupSelection",
      CDK: "Metadata",
      CertificateManager: "Account",
      CloudFront:
        "CachePolicy CloudFrontOriginAccessIdentity ContinuousDeploymentPolicy KeyGroup OriginAccessControl " +
        "OriginRequestPolicy PublicKey RealtimeLogConfig ResponseHeadersPolicy",
      CloudWatch: "AnomalyDetector",
      Cognito:
        "IdentityPool IdentityPoolRoleAttachment UserPoolDomain UserPoolGroup " +
        "UserPoolIdentityProvider UserPoolResourceServer UserPoolUser UserPoolUserToGroupAttachment",
      Config:
        "AggregationAuthorization ConfigurationAggregator DeliveryChannel RemediationConfiguration StoredQuery",
      DAX: "ParameterGroup SubnetGroup",
      DMS: "Endpoint EventSubscription ReplicationSubnetGroup ReplicationTask Certificate",
      DocDB: "DBClusterParameterGroup DBSubnetGroup EventSubscription",
      EC2:
        "DHCPOptions EIPAssociation LaunchTemplate NetworkAclEntry SecurityGroupEgress SecurityGroupIngress " +
        "SecurityGroupVpcAssociation SubnetCidrBlock SubnetNetworkAclAssociation SubnetRouteTableAssociation " +
        "VPCCidrBlock VPCDHCPOptionsAssociation VPCGatewayAttachment VPCEndpointConnectionNotification " +
        "VPCEndpointService VPCEndpointServicePermissions VPNGatewayRoutePropagation VPNConnectionRoute " +
        "NetworkInterfaceAttachment NetworkInterfacePermission VolumeAttachment GatewayRouteTableAssociation " +
        "TransitGatewayRouteTableAssociation TransitGatewayRouteTablePropagation ClientVpnAuthorizationRule " +
        "ClientVpnRoute KeyPair EnclaveCertificateIamRoleAssociation",
      ECR: "LifecyclePolicy PullThroughCacheRule RegistryPolicy ReplicationConfiguration RepositoryCreationTemplate",
      ECS: "CapacityProvider ClusterCapacityProviderAssociations Cluster PrimaryTaskSet TaskDefinition",
      EFS: "AccessPoint MountTarget",
      EKS: "AccessEntry IdentityProviderConfig PodIdentityAssociation",
      ElastiCache:
        "ParameterGroup SecurityGroup SecurityGroupIngress SubnetGroup User UserGroup GlobalReplicationGroup",
      ElasticBeanstalk: "Application ApplicationVersion ConfigurationTemplate",
      ElasticLoadBalancingV2: "Listener ListenerCertificate ListenerRule TargetGroup",
      Events: "EventBusPolicy Connection",
      FSx: "DataRepositoryAssociation",
      GlobalAccelerator: "Listener",
      Glue: "Classifier Connection Schema SchemaVersion SecurityConfiguration Trigger Workflow",
      IoT: "Policy PolicyPrincipalAttachment Thing ThingGroup ThingPrincipalAttachment ThingType Certificate",
      Kinesis: "ResourcePolicy",
      KMS: "Alias",
      Lambda:
        "CodeSigningConfig EventInvokeConfig EventSourceMapping LayerVersion LayerVersionPermission Permission " +
        "Url",
      Logs: "AccountPolicy Destination LogStream QueryDefinition ResourcePolicy SubscriptionFilter",
      MSK: "ClusterPolicy Configuration BatchScramSecret",
      AmazonMQ: "Configuration ConfigurationAssociation",
      MemoryDB: "ACL ParameterGroup SubnetGroup User",
      Neptune: "DBClusterParameterGroup DBParameterGroup DBSubnetGroup",
      OpenSearchServerless: "AccessPolicy SecurityConfig SecurityPolicy VpcEndpoint LifecyclePolicy",
      RDS: "DBClusterParameterGroup DBParameterGroup DBSecurityGroup DBSubnetGroup EventSubscription OptionGroup DBProxyTargetGroup",
      Redshift:
        "ClusterParameterGroup ClusterSecurityGroup ClusterSubnetGroup EndpointAuthorization EventSubscription",
      Route53: "CidrCollection KeySigningKey",
      Route53Resolver:
        "ResolverRule ResolverRuleAssociation ResolverConfig ResolverDNSSECConfig ResolverQueryLoggingConfig ResolverQueryLoggingConfigAssociation FirewallRuleGroup",
      S3: "BucketPolicy AccessPoint MultiRegionAccessPointPolicy StorageLensGroup",
      SES: "ConfigurationSet ConfigurationSetEventDestination ContactList EmailIdentity ReceiptFilter ReceiptRule ReceiptRuleSet Template",
      SNS: "Subscription TopicInlinePolicy TopicPolicy",
      SQS: "QueueInlinePolicy QueuePolicy",
      SSM: "Association Document MaintenanceWindow MaintenanceWindowTarget MaintenanceWindowTask PatchBaseline ResourceDataSync ResourcePolicy",
      Scheduler: "ScheduleGroup",
      SecretsManager: "ResourcePolicy RotationSchedule SecretTargetAttachment",
      ServiceDiscovery: "HttpNamespace",
      StepFunctions: "StateMachineAlias StateMachineVersion",
      Synthetics: "Group",
      Transfer: "Agreement Certificate Profile User Workflow",
      WAFv2: "IPSet LoggingConfiguration RegexPatternSet RuleGroup WebACLAssociation",
      XRay: "Group ResourcePolicy SamplingRule TransactionSearchConfig",
    },
  },
  {
    reason: {
      en: "Charged where the records are delivered: on the log group or the bucket.",
      ko: "기록이 전달되는 로그 그룹이나 버킷에서 과금됩니다.",
    },
    types: { EC2: "FlowLog" },
  },
  {
    reason: {
      en: "Rules are free; the events are charged on the bus and deliveries on their targets.",
      ko: "규칙은 무료이며 이벤트는 버스에서, 전달은 대상에서 과금됩니다.",
    },
    types: { Events: "Rule" },
  },
  {
    reason: {
      en: "Scaling is free; what it scales is charged between its bounds.",
      ko: "조정은 무료이며 조정되는 리소스가 범위 안에서 과금됩니다.",
    },
    types: { ApplicationAutoScaling: "ScalableTarget ScalingPolicy", AutoScalingPlans: "ScalingPlan" },
  },
  {
    reason: {
      en: "A plan is free; its backups are charged on the vault.",
      ko: "계획은 무료이며 백업은 볼트에서 과금됩니다.",
    },
    types: { Backup: "BackupPlan" },
  },
  {
    reason: { en: "AWS offers this service free of charge.", ko: "AWS가 무료로 제공하는 서비스입니다." },
    types: {
      CE: "AnomalyMonitor AnomalySubscription CostCategory",
      Chatbot: "MicrosoftTeamsChannelConfiguration SlackChannelConfiguration",
      CloudFormation:
        "Macro ModuleDefaultVersion ModuleVersion Stack StackSet WaitCondition WaitConditionHandle",
      CodeDeploy: "Application DeploymentConfig DeploymentGroup",
      CodeStarConnections: "Connection RepositoryLink",
      CodeStarNotifications: "NotificationRule",
      Organizations: "Account Organization OrganizationalUnit Policy ResourcePolicy",
      RAM: "Permission ResourceShare",
      ResourceGroups: "Group TagSyncTask",
      SSO: "Application Assignment Instance PermissionSet",
      ServiceCatalog:
        "CloudFormationProduct LaunchRoleConstraint Portfolio PortfolioPrincipalAssociation PortfolioProductAssociation TagOption",
      ServiceCatalogAppRegistry: "Application AttributeGroup ResourceAssociation",
    },
  },
];
