import { type Message, message } from "@greenroom/messages";

interface FreeTypes {
  reason: Message;
  /** Service → names of its types, parted by spaces. */
  types: Readonly<Record<string, string>>;
}

/**
 * Types that cost nothing by themselves, by why. What makes one of them cost something stands in
 * `FREE_UNLESS`, and a type that is priced in some forms has a model with `freeBecause`.
 */
export const FREE_TYPES: readonly FreeTypes[] = [
  {
    reason: message("pricing.free.network"),
    types: {
      EC2:
        "EgressOnlyInternetGateway InternetGateway NetworkAcl PrefixList Route RouteTable SecurityGroup Subnet " +
        "VPCPeeringConnection CarrierGateway CustomerGateway VPNGateway NetworkInterface PlacementGroup TransitGateway " +
        "TransitGatewayRoute TransitGatewayRouteTable InstanceConnectEndpoint",
    },
  },
  {
    reason: message("pricing.free.configuration"),
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
    reason: message("pricing.free.chargedWhereDelivered"),
    types: { EC2: "FlowLog" },
  },
  {
    reason: message("pricing.free.eventRules"),
    types: { Events: "Rule" },
  },
  {
    reason: message("pricing.free.scaling"),
    types: { ApplicationAutoScaling: "ScalableTarget ScalingPolicy", AutoScalingPlans: "ScalingPlan" },
  },
  {
    reason: message("pricing.free.backupPlan"),
    types: { Backup: "BackupPlan" },
  },
  {
    reason: message("pricing.free.service"),
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
