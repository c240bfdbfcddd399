import type { Figure } from "./worked-figures";

const VIRGINIA = "us-east-1";
const SUBNET = { Type: "AWS::EC2::Subnet", Properties: { MapPublicIpOnLaunch: true } };
const TASK = { Cpu: "1024", Memory: "2048" };
/** What a task of 1 vCPU and 2 GB costs an hour in N. Virginia. */
const TASK_HOUR = "0.04937";

function service(what: string, more: Partial<Figure>, task: object = {}): Figure {
  return {
    what,
    type: "AWS::ECS::Service",
    region: VIRGINIA,
    beside: { Task: { Type: "AWS::ECS::TaskDefinition", Properties: { ...TASK, ...task } } },
    ...more,
    properties: {
      LaunchType: "FARGATE",
      DesiredCount: 10,
      TaskDefinition: { Ref: "Task" },
      ...more.properties,
    },
  };
}

/** Options that change the price of a resource: what each adds, and what of it has no price. */
export const OPTION_FIGURES: readonly Figure[] = [
  service("ten tasks with a public address each", {
    properties: { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: "ENABLED" } } },
    parts: [
      [7300, TASK_HOUR],
      [7300, "0.005"],
    ],
  }),
  service(
    "ten tasks with 100 GB beyond the 20 that are free",
    {
      parts: [
        [7300, TASK_HOUR],
        [7300, 100, "0.000111"],
      ],
    },
    { EphemeralStorage: { SizeInGiB: 120 } },
  ),
  service(
    "ten tasks on Windows, whose hours and licence no source has priced",
    {
      parts: [],
      unpriced: {
        "Per GB per hour (Windows)": 20,
        "Per vCPU per hour (Windows)": 10,
        "Licence per vCPU per hour (Windows)": 10,
      },
    },
    { RuntimePlatform: { OperatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } },
  ),
  service("two of ten tasks on demand by their base, a quarter of the rest too, six on Spot", {
    properties: {
      LaunchType: undefined,
      CapacityProviderStrategy: [
        { CapacityProvider: "FARGATE", Base: 2, Weight: 1 },
        { CapacityProvider: "FARGATE_SPOT", Weight: 3 },
      ],
    },
    parts: [[730, 4, TASK_HOUR]],
    unpriced: { "Per GB per hour (Spot)": 12, "Per vCPU per hour (Spot)": 6 },
  }),
  {
    what: "an instance in a subnet that gives it a public address",
    type: "AWS::EC2::Instance",
    properties: { InstanceType: "t3.micro", SubnetId: { Ref: "Public" } },
    beside: { Public: SUBNET },
    parts: [
      [730, "0.013"],
      [8, "0.114"],
      [730, "0.005"],
    ],
  },
  {
    what: "an instance that asks for none there has none",
    type: "AWS::EC2::Instance",
    properties: {
      InstanceType: "t3.micro",
      NetworkInterfaces: [{ SubnetId: { Ref: "Public" }, AssociatePublicIpAddress: false }],
    },
    beside: { Public: SUBNET },
    parts: [
      [730, "0.013"],
      [8, "0.114"],
    ],
  },
  {
    what: "an Elastic IP takes the place of the address that the subnet gives",
    type: "AWS::EC2::Instance",
    properties: { InstanceType: "t3.micro", SubnetId: { Ref: "Public" } },
    beside: { Public: SUBNET, Address: { Type: "AWS::EC2::EIP", Properties: { InstanceId: { Ref: "R" } } } },
    parts: [
      [730, "0.013"],
      [8, "0.114"],
    ],
  },
  {
    what: "an instance of a Windows image, by the path of its parameter",
    type: "AWS::EC2::Instance",
    properties: {
      InstanceType: "t3.micro",
      ImageId: "{{resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base}}",
    },
    parts: [[8, "0.114"]],
    unpriced: { "Instance usage (Windows, on-demand, t3.micro)": 730 },
  },
  {
    what: "two instances of a group in a subnet that gives them public addresses",
    type: "AWS::AutoScaling::AutoScalingGroup",
    properties: {
      MinSize: "2",
      MaxSize: "2",
      LaunchTemplate: { LaunchTemplateId: { Ref: "Launch" } },
      VPCZoneIdentifier: [{ Ref: "Public" }],
    },
    beside: {
      Public: SUBNET,
      Launch: {
        Type: "AWS::EC2::LaunchTemplate",
        Properties: { LaunchTemplateData: { InstanceType: "t3.micro" } },
      },
    },
    parts: [
      [1460, "0.013"],
      [1460, "0.005"],
    ],
  },
  {
    what: "two nodes in a subnet that gives them public addresses",
    type: "AWS::EKS::Nodegroup",
    properties: {
      InstanceTypes: ["t3.micro"],
      ScalingConfig: { MinSize: 2, MaxSize: 2, DesiredSize: 2 },
      Subnets: [{ Ref: "Public" }],
    },
    beside: { Public: SUBNET },
    parts: [
      [1460, "0.013"],
      [2, 20, "0.114"],
      [1460, "0.005"],
    ],
  },
  {
    what: "a database with a public address, whose storage may grow from 20 to 100 GB",
    type: "AWS::RDS::DBInstance",
    properties: {
      Engine: "postgres",
      DBInstanceClass: "db.t4g.micro",
      StorageType: "gp2",
      MaxAllocatedStorage: 100,
      PubliclyAccessible: true,
    },
    parts: [
      [730, "0.025"],
      [20, "0.131"],
      [730, "0.005"],
    ],
    bounds: {
      high: [
        [730, "0.025"],
        [100, "0.131"],
        [730, "0.005"],
      ],
    },
  },
  {
    what: "a standby pays extended support too",
    type: "AWS::RDS::DBInstance",
    properties: {
      Engine: "mysql",
      EngineVersion: "8.0.39",
      DBInstanceClass: "db.t3.large",
      MultiAZ: true,
      StorageType: "gp2",
    },
    parts: [
      [730, "0.416"],
      [2, 2, 730, "0.12"],
      [20, "0.276"],
    ],
  },
  {
    what: "all three instances of a Multi-AZ cluster pay extended support",
    type: "AWS::RDS::DBCluster",
    properties: {
      Engine: "mysql",
      EngineVersion: "8.0.39",
      DBClusterInstanceClass: "db.m6gd.large",
      AllocatedStorage: "100",
    },
    parts: [[3, 2, 730, "0.12"]],
    unpriced: { "Database instance (on-demand, Multi-AZ cluster, db.m6gd.large)": 730, "Storage (io1)": 100 },
  },
  {
    what: "a cluster that is out of extended support keeps its members out",
    type: "AWS::RDS::DBInstance",
    region: VIRGINIA,
    properties: { DBClusterIdentifier: { Ref: "Cluster" }, DBInstanceClass: "db.t3.large" },
    beside: {
      Cluster: {
        Type: "AWS::RDS::DBCluster",
        Properties: {
          Engine: "aurora-postgresql",
          EngineVersion: "13.12",
          EngineLifecycleSupport: "open-source-rds-extended-support-disabled",
        },
      },
    },
    parts: [[730, "0.164"]],
  },
  {
    what: "a Redshift cluster over two zones runs its nodes twice",
    type: "AWS::Redshift::Cluster",
    region: VIRGINIA,
    properties: { NodeType: "ra3.4xlarge", ClusterType: "multi-node", NumberOfNodes: 2, MultiAZ: true },
    parts: [[4, 730, "3.26"]],
  },
  {
    what: "documents under I/O-Optimized have prices of their own and no I/O",
    type: "AWS::DocDB::DBInstance",
    region: VIRGINIA,
    properties: { DBInstanceClass: "db.r5.4xlarge", DBClusterIdentifier: { Ref: "Documents" } },
    beside: { Documents: { Type: "AWS::DocDB::DBCluster", Properties: { StorageType: "iopt1" } } },
    usage: { data_storage_gb: 10, monthly_io_requests: 1e6 },
    parts: [],
    unpriced: { "Database instance (on-demand, db.r5.4xlarge)": 730, Storage: 10 },
  },
  {
    what: "elastic throughput: 100 GB read, 50 GB written",
    type: "AWS::EFS::FileSystem",
    properties: { ThroughputMode: "elastic" },
    usage: { monthly_elastic_read_gb: 100, monthly_elastic_write_gb: 50 },
    parts: [
      [100, "0.03"],
      [50, "0.07"],
    ],
  },
  {
    what: "a stream that keeps records for two days names it until usage says how much they are",
    type: "AWS::Kinesis::Stream",
    properties: { ShardCount: 1, RetentionPeriodHours: 48 },
    parts: [[730, "0.0185"]],
    unpriced: { "Not priced: RetentionPeriodHours": 1 },
  },
  {
    what: "a filter that makes two custom metrics",
    type: "AWS::Logs::MetricFilter",
    properties: { MetricTransformations: [{ MetricName: "A" }, { MetricName: "B" }] },
    parts: [[2, "0.3"]],
  },
  {
    what: "an app client for machines with 10,000 tokens",
    type: "AWS::Cognito::UserPoolClient",
    properties: { AllowedOAuthFlows: ["client_credentials"] },
    usage: { monthly_token_requests: 10_000 },
    parts: [[6], [10, "2.25"]],
  },
  {
    what: "an app client for people",
    type: "AWS::Cognito::UserPoolClient",
    properties: { AllowedOAuthFlows: ["code"] },
    free: true,
  },
  {
    what: "an exportable certificate of two names and a wildcard, issued once",
    type: "AWS::CertificateManager::Certificate",
    properties: {
      CertificateExport: "ENABLED",
      DomainName: "a.example.com",
      SubjectAlternativeNames: ["a.example.com", "b.example.com", "*.example.com"],
    },
    usage: { monthly_issuances: 1 },
    parts: [[2, 15], [149]],
  },
  {
    what: "a certificate that stays in AWS",
    type: "AWS::CertificateManager::Certificate",
    properties: { DomainName: "a.example.com" },
    free: true,
  },
];
