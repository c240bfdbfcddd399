import { type ResolvedResource, resolveTemplate } from "@greenroom/template";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import { createPropertyReader } from "../properties";
import type { UsageValue } from "../usage";
import { createUsageReader } from "../usage";

type Variant = Record<string, unknown>;

/** Forms of the types that change which charges there are; each is tried on every model. */
export const VARIANTS: readonly Variant[] = [
  {},
  { VpcEndpointType: "Interface" },
  { VpcEndpointType: "GatewayLoadBalancer", Tier: "Advanced" },
  { BillingMode: "PAY_PER_REQUEST", PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
  { BillingMode: "PAY_PER_REQUEST", TableClass: "STANDARD_INFREQUENT_ACCESS" },
  { TableClass: "STANDARD_INFREQUENT_ACCESS" },
  {
    BillingMode: "PAY_PER_REQUEST",
    Replicas: [
      { Region: "ap-northeast-2" },
      { Region: "us-east-1", PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
    ],
  },
  { Replicas: [{ Region: "ap-northeast-2" }, { Region: "us-east-1" }] },
  { AddonName: "amazon-cloudwatch-observability" },
  { FifoQueue: true, FifoTopic: true, Subscription: [{ Protocol: "sqs" }], Architectures: ["arm64"] },
  { LogGroupClass: "INFREQUENT_ACCESS", KeySpec: "RSA_2048", Period: 10 },
  { KeySpec: "ECC_NIST_P256", ReplicaRegions: [{ Region: "us-east-1" }] },
  {
    Version: "1.33",
    ComputeConfig: { Enabled: true },
    InstanceTypes: ["t3.medium", "t3.large"],
    CapacityType: "SPOT",
    ScalingConfig: { MinSize: 1, DesiredSize: 2, MaxSize: 4 },
    InstanceType: "t3.medium",
    Monitoring: true,
    NetworkInterfaces: [{ AssociatePublicIpAddress: true }],
  },
  {
    InstanceType: "r3.xlarge",
    EbsOptimized: true,
    BlockDeviceMappings: ["gp3", "io1", "io2", "st1", "sc1", "standard"].map((VolumeType, index) => ({
      DeviceName: index === 0 ? "/dev/xvda" : `/dev/xvd${index}`,
      Ebs: { VolumeType, VolumeSize: 20, Iops: 40_000, Throughput: 250 },
    })),
    StorageType: "io1",
    DBInstanceClass: "db.m7g.large",
    Engine: "postgres",
    EngineVersion: "13.4",
    EnablePerformanceInsights: true,
    PerformanceInsightsRetentionPeriod: 731,
    StateMachineType: "EXPRESS",
  },
  {
    CacheNodeType: "cache.m7g.xlarge",
    Engine: "redis",
    EngineVersion: "5.0.6",
    NumNodeGroups: 2,
    SnapshotRetentionLimit: 7,
  },
  { DBInstanceClass: "db.t4g.micro", Engine: "postgres", StorageType: "standard" },
  { Engine: "valkey", CacheUsageLimits: { DataStorage: { Minimum: 1, Maximum: 5 } } },
  { CacheNodeType: "cache.t4g.micro", Engine: "valkey", NumCacheClusters: 2, SnapshotRetentionLimit: 2 },
  {
    DBInstanceClass: "db.serverless",
    Engine: "aurora-postgresql",
    EngineVersion: "13.9",
    BackupRetentionPeriod: 7,
    EnablePerformanceInsights: true,
    PerformanceInsightsRetentionPeriod: 731,
  },
  { Engine: "aurora-mysql", StorageType: "aurora-iopt1", EngineMode: "serverless" },
  { DBInstanceClass: "db.r7g.large", Engine: "aurora-postgresql", EngineVersion: "16.4" },
  {
    DBInstanceClass: "db.m7g.large",
    Engine: "postgres",
    MultiAZ: true,
    StorageType: "gp3",
    Iops: 13_000,
    StorageThroughput: 600,
    AllocatedStorage: 500,
  },
  {
    Type: "network",
    Subnets: ["a", "b"],
    HealthCheckConfig: { Type: "HTTPS_STR_MATCH", MeasureLatency: true },
  },
  { Type: "gateway", MultiAZ: true, ClusterType: "multi-node", NodeType: "ra3.4xlarge", NumberOfNodes: 2 },
  {
    AllowedOAuthFlows: ["client_credentials"],
    CertificateExport: "ENABLED",
    DomainName: "a.example.com",
    SubjectAlternativeNames: ["*.example.com"],
    ThroughputMode: "elastic",
    RetentionPeriodHours: 48,
    NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: "ENABLED" } },
    LaunchType: "FARGATE",
    TaskDefinition: { Ref: "WindowsTask" },
    PubliclyAccessible: true,
    MaxAllocatedStorage: 500,
    DBClusterIdentifier: { Ref: "Documents" },
    DBInstanceClass: "db.r5.4xlarge",
    SubnetId: { Ref: "Public" },
    VPCZoneIdentifier: [{ Ref: "Public" }],
    Subnets: [{ Ref: "Public" }],
    ImageId: "{{resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base}}",
  },
  { Type: "application", Subnets: ["a", "b"], InsightSelectors: [{ InsightType: "ApiCallRateInsight" }] },
  ...["REGIONAL", "CLOUDFRONT"].map((Scope) => ({
    Scope,
    Rules: [
      { Name: "rate", Action: { Captcha: {} }, Statement: { RateBasedStatement: {} } },
      { Name: "challenge", Action: { Challenge: {} }, Statement: { GeoMatchStatement: {} } },
      { Name: "group", Statement: { RuleGroupReferenceStatement: {} } },
      managed("AWSManagedRulesCommonRuleSet"),
      managed("AWSManagedRulesBotControlRuleSet"),
      managed("AWSManagedRulesATPRuleSet"),
      managed("AWSManagedRulesACFPRuleSet"),
      managed("AWSManagedRulesAntiDDoSRuleSet"),
    ],
  })),
  {
    Scope: "REGIONAL",
    Rules: [
      managed("AWSManagedRulesBotControlRuleSet", {
        ManagedRuleGroupConfigs: [{ AWSManagedRulesBotControlRuleSet: { InspectionLevel: "TARGETED" } }],
      }),
    ],
  },
  {
    DistributionConfig: {
      DefaultCacheBehavior: { FieldLevelEncryptionId: "a", RealtimeLogConfigArn: "b" },
      Origins: [{ OriginShield: { Enabled: true, OriginShieldRegion: "ap-northeast-2" } }],
      ViewerCertificate: { SslSupportMethod: "vip" },
    },
    Schedule: { Expression: "rate(5 minutes)" },
    RecordingMode: { RecordingFrequency: "DAILY" },
    EndpointGroupRegion: "eu-west-1",
  },
  {
    ExtendedS3DestinationConfiguration: { DataFormatConversionConfiguration: {} },
    ElasticsearchDestinationConfiguration: { VpcConfiguration: { SubnetIds: ["a"] } },
  },
  {
    MinSize: "1",
    MaxSize: "4",
    MixedInstancesPolicy: {
      LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: { Ref: "Launch" } } },
      InstancesDistribution: { OnDemandBaseCapacity: 1, OnDemandPercentageAboveBaseCapacity: 0 },
    },
  },
  {
    LaunchType: "FARGATE",
    TaskDefinition: { Ref: "Task" },
    DesiredCount: 2,
    CapacityProviderStrategy: [{ CapacityProvider: "FARGATE_SPOT" }],
    ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 4 },
    FunctionName: { Ref: "Function" },
    CacheClusterEnabled: true,
    CacheClusterSize: "1.6",
    ProtocolType: "WEBSOCKET",
    UsageMode: "SHORT_LIVED_CERTIFICATE",
    EBSOptions: { EBSEnabled: true, VolumeType: "gp3", VolumeSize: 100, Throughput: 250 },
    Command: { Name: "glueetl" },
  },
  { Cluster: { Ref: "Cluster" }, TaskDefinition: "web:1" },
  {
    AvailabilityZoneName: "ap-northeast-2a",
    LifecyclePolicies: [{ TransitionToIA: "AFTER_30_DAYS" }],
    ProvisionedThroughputInMibps: 20,
    StreamModeDetails: { StreamMode: "ON_DEMAND" },
    NumberOfBrokerNodes: 3,
    BrokerNodeGroupInfo: { InstanceType: "kafka.m7g.large" },
    Environment: { Type: "WINDOWS_SERVER_2019_CONTAINER", ComputeType: "BUILD_GENERAL1_MEDIUM" },
    TransitGatewayId: "tgw-1",
    NodeType: "ra3.large",
    NumberOfNodes: 2,
    IpAddresses: [{ SubnetId: "a" }, { SubnetId: "b" }],
    EngineType: "RABBITMQ",
    ElasticsearchClusterConfig: { DedicatedMasterEnabled: true, WarmEnabled: true },
    ClusterConfig: { InstanceType: "m4.large.search" },
    EBSOptions: { EBSEnabled: true, VolumeType: "io1", Iops: 1000 },
  },
  {
    LifecycleConfiguration: {
      Rules: [{ TagFilters: [{ Key: "a", Value: "b" }], Transitions: [{ StorageClass: "DEEP_ARCHIVE" }] }],
    },
    AnalyticsConfigurations: [{ Id: "a" }],
    InventoryConfigurations: [{ Id: "a" }],
  },
  { MinSize: "1", MaxSize: "2", LaunchConfigurationName: { Ref: "Configuration" } },
];

/** Resources that variants refer to. */
export const NEIGHBOURS = {
  Launch: {
    Type: "AWS::EC2::LaunchTemplate",
    Properties: {
      LaunchTemplateData: {
        InstanceType: "m7g.large",
        Monitoring: { Enabled: true },
        BlockDeviceMappings: [{ DeviceName: "/dev/xvda", Ebs: { VolumeType: "gp3", VolumeSize: 30 } }],
      },
    },
  },
  Task: {
    Type: "AWS::ECS::TaskDefinition",
    Properties: { Cpu: "512", Memory: "1024", RuntimePlatform: { CpuArchitecture: "ARM64" } },
  },
  WindowsTask: {
    Type: "AWS::ECS::TaskDefinition",
    Properties: {
      Cpu: "1024",
      Memory: "2048",
      EphemeralStorage: { SizeInGiB: 120 },
      RuntimePlatform: { OperatingSystemFamily: "WINDOWS_SERVER_2019_CORE" },
    },
  },
  Public: { Type: "AWS::EC2::Subnet", Properties: { MapPublicIpOnLaunch: true } },
  Documents: { Type: "AWS::DocDB::DBCluster", Properties: { StorageType: "iopt1" } },
  Cluster: { Type: "AWS::ECS::Cluster", Properties: { CapacityProviders: ["FARGATE"] } },
  Function: { Type: "AWS::Lambda::Function", Properties: { MemorySize: 512, Architectures: ["arm64"] } },
  Configuration: {
    Type: "AWS::AutoScaling::LaunchConfiguration",
    Properties: { InstanceType: "t3.large", AssociatePublicIpAddress: true },
  },
};

function managed(Name: string, more: object = {}) {
  return { Name, Statement: { ManagedRuleGroupStatement: { VendorName: "AWS", Name, ...more } } };
}

const CLASSES = [
  "standard",
  "intelligent_tiering",
  "standard_infrequent_access",
  "glacier_flexible_retrieval",
  "glacier_deep_archive",
];
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  "<instance type>": ["t3.medium"],
  "<group>": ["us", "asia_pacific"],
  "<region>": ["south_korea", "us-east-1"],
  "<edge>": ["asia_pacific", "europe"],
  "<class>": CLASSES,
  "<other>": ["x"],
};

/** Keys as a user writes them: each placeholder of a declared key filled in. */
export function sampleKeys(declared: readonly string[]): string[] {
  return declared.flatMap((key) => {
    const placeholder = /<[^>]+>/.exec(key)?.[0];
    if (!placeholder) return [key];
    const samples = SAMPLES[placeholder] ?? placeholder.slice(1, -1).split("|");
    return sampleKeys(samples.map((sample) => key.replace(placeholder, sample)));
  });
}

/** What every variant of a model asks for, each with and without figures and the choices in words that usage may make. */
export function drawDrafts(
  model: CostModel,
  wrap?: (stack: Record<string, ResolvedResource>) => typeof stack,
) {
  const figures = model.usageKeys.filter((key) => !key.includes("|"));
  const usages = [{}, figureFor(figures), figureFor(model.usageKeys)];
  return VARIANTS.filter((variant) => isFor(model.type, variant)).flatMap((Properties) => {
    const template = { Resources: { ...NEIGHBOURS, R: { Type: model.type, Properties } } };
    const { resources } = resolveTemplate(
      { Parameters: {}, Mappings: {}, Conditions: {}, Outputs: {}, ...template } as never,
      { region: "ap-northeast-2" },
    );
    const stack = wrap ? wrap(resources) : resources;
    return usages.map((usage): ComponentDraft[] => {
      const input: ModelInput = {
        logicalId: "R",
        region: "ap-northeast-2",
        properties: createPropertyReader(stack.R?.properties),
        usage: createUsageReader(usage, "R"),
        usageOf: (id) => createUsageReader(undefined, id),
        now: Date.parse("2026-11-01"),
        stack,
      };
      return model.freeBecause?.(input) ? [] : model.components(input);
    });
  });
}

/** Caches and databases both have an engine, databases and brokers a type of storage; each is tried with its own. */
function isFor(type: string, variant: Variant): boolean {
  const isDatabase = /^(aurora|postgres|mysql)/.test(String(variant.Engine));
  if (type.startsWith("AWS::ElastiCache::")) return !isDatabase;
  if (type.startsWith("AWS::AmazonMQ::")) return !("StorageType" in variant);
  return type.startsWith("AWS::RDS::") ? isDatabase || !("Engine" in variant) : true;
}

function figureFor(keys: readonly string[]): Record<string, UsageValue> {
  const huge = { low: 0, expected: 0, high: 1e12, assumption: { en: "", ko: "" } };
  return Object.fromEntries(sampleKeys(keys).map((key) => [key, huge]));
}
