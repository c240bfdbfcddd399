import type { Figure } from "./worked-figures";

const LAUNCH = {
  Launch: {
    Type: "AWS::EC2::LaunchTemplate",
    Properties: {
      LaunchTemplateData: {
        InstanceType: "m7g.large",
        BlockDeviceMappings: [{ DeviceName: "/dev/xvda", Ebs: { VolumeType: "gp3", VolumeSize: 30 } }],
      },
    },
  },
};

/** Machines, containers, clusters and what they are attached to. */
export const COMPUTE_FIGURES: readonly Figure[] = [
  {
    what: "a t3.micro bastion with 8 GB of gp3 and a public address: hours, storage, address",
    type: "AWS::EC2::Instance",
    properties: {
      InstanceType: "t3.micro",
      BlockDeviceMappings: [{ DeviceName: "/dev/xvda", Ebs: { VolumeType: "gp3", VolumeSize: 8 } }],
      NetworkInterfaces: [{ AssociatePublicIpAddress: true }],
    },
    parts: [
      ["0.013", 730],
      [8, "0.0912"],
      ["0.005", 730],
    ],
  },
  {
    what: "a gp3 volume of 100 GB with 4,000 IOPS: 1,000 beyond what is included",
    type: "AWS::EC2::Volume",
    properties: { VolumeType: "gp3", Size: 100, Iops: 4000 },
    parts: [
      [100, "0.0912"],
      [1000, "0.0057"],
    ],
  },
  {
    what: "two gp2 volumes' worth of IOPS do not cost: gp2 is priced by size alone",
    type: "AWS::EC2::Volume",
    properties: { Size: 10, Iops: 3000 },
    parts: [[10, "0.114"]],
  },
  {
    what: "an auto scaling group of 1 to 4 on a launch template, desired 2",
    type: "AWS::AutoScaling::AutoScalingGroup",
    properties: {
      MinSize: "1",
      MaxSize: "4",
      DesiredCapacity: "2",
      LaunchTemplate: { LaunchTemplateId: { Ref: "Launch" }, Version: "1" },
    },
    beside: LAUNCH,
    parts: [
      [2, "0.1003", 730],
      [2, 30, "0.0912"],
    ],
    bounds: {
      low: [
        ["0.1003", 730],
        [30, "0.0912"],
      ],
      high: [
        [4, "0.1003", 730],
        [4, 30, "0.0912"],
      ],
    },
  },
  {
    what: "a mixed group of 3: one on demand, half of the rest rounded up, one spot at the average",
    type: "AWS::AutoScaling::AutoScalingGroup",
    properties: {
      MinSize: 3,
      MaxSize: 3,
      MixedInstancesPolicy: {
        LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: { Ref: "Launch" } } },
        InstancesDistribution: { OnDemandBaseCapacity: 1, OnDemandPercentageAboveBaseCapacity: 50 },
      },
    },
    beside: LAUNCH,
    parts: [
      [2, "0.1003", 730],
      ["0.023069", 730],
      [3, 30, "0.0912"],
    ],
    bounds: {
      high: [
        [3, "0.1003", 730],
        [3, 30, "0.0912"],
      ],
    },
  },
  {
    what: "Kubernetes 1.33 in Seoul after 2026-07-29: (0.10 + 0.50) × 730 = 438",
    type: "AWS::EKS::Cluster",
    properties: { Version: "1.33" },
    parts: [["0.6", 730]],
  },
  {
    what: "Kubernetes 1.34 until 2026-12-02: 0.10 × 730 = 73",
    type: "AWS::EKS::Cluster",
    properties: { Version: "1.34" },
    parts: [["0.1", 730]],
  },
  {
    what: "a cluster that upgrades by itself pays no surcharge",
    type: "AWS::EKS::Cluster",
    properties: { Version: "1.33", UpgradePolicy: { SupportType: "STANDARD" } },
    parts: [["0.1", 730]],
  },
  {
    what: "ten spot nodes of Karpenter: the average price and 20 GB each, at most the on-demand price",
    type: "AWS::EKS::Cluster",
    properties: { Version: "1.34" },
    usage: { "karpenter_spot_nodes.t3.medium": 10 },
    parts: [
      ["0.1", 730],
      [10, "0.01664", 730],
      [10, 20, "0.0912"],
    ],
    bounds: {
      high: [
        ["0.1", 730],
        [10, "0.052", 730],
        [10, 20, "0.0912"],
      ],
    },
  },
  {
    what: "a node group of 2 to 4 t3.large on AL2023 with 50 GB each, desired 2",
    type: "AWS::EKS::Nodegroup",
    properties: {
      InstanceTypes: ["t3.large"],
      AmiType: "AL2023_x86_64_STANDARD",
      DiskSize: 50,
      ScalingConfig: { MinSize: 2, DesiredSize: 2, MaxSize: 4 },
    },
    parts: [
      [2, "0.104", 730],
      [2, 50, "0.0912"],
    ],
    bounds: {
      high: [
        [4, "0.104", 730],
        [4, 50, "0.0912"],
      ],
    },
  },
  {
    what: "a node group of several types expects the first and ranges over the others",
    type: "AWS::EKS::Nodegroup",
    properties: {
      InstanceTypes: ["t3.medium", "t3.large"],
      AmiType: "AL2023_x86_64_STANDARD",
      ScalingConfig: { MinSize: 1, DesiredSize: 1, MaxSize: 1 },
    },
    parts: [
      ["0.052", 730],
      [20, "0.0912"],
    ],
    bounds: {
      high: [
        ["0.104", 730],
        [20, "0.0912"],
      ],
    },
  },
  {
    what: "pods on Fargate: one vCPU and one GB for a month",
    type: "AWS::EKS::FargateProfile",
    parts: [
      ["0.00511", 730],
      ["0.04656", 730],
    ],
  },
  {
    what: "a service of two tasks of half a vCPU and 1 GB on Fargate",
    type: "AWS::ECS::Service",
    properties: { LaunchType: "FARGATE", DesiredCount: 2, TaskDefinition: { Ref: "Task" } },
    beside: { Task: { Type: "AWS::ECS::TaskDefinition", Properties: { Cpu: "512", Memory: "1024" } } },
    parts: [
      [2, "0.00511", 730],
      ["0.04656", 730],
    ],
  },
  {
    what: "a Graviton service on Fargate: half a vCPU and 1 GB",
    type: "AWS::ECS::Service",
    properties: { LaunchType: "FARGATE", DesiredCount: 1, TaskDefinition: { Ref: "Task" } },
    beside: {
      Task: {
        Type: "AWS::ECS::TaskDefinition",
        Properties: { Cpu: "512", Memory: "1024", RuntimePlatform: { CpuArchitecture: "ARM64" } },
      },
    },
    parts: [
      ["0.00409", 730],
      ["0.5", "0.03725", 730],
    ],
  },
  {
    what: "a service on Fargate in Virginia: a vCPU and 2 GB (Infracost: ecs_service.ecs_fargate1, $29.55 and $6.49)",
    type: "AWS::ECS::Service",
    region: "us-east-1",
    properties: { LaunchType: "FARGATE", DesiredCount: 1, TaskDefinition: { Ref: "Task" } },
    beside: { Task: { Type: "AWS::ECS::TaskDefinition", Properties: { Cpu: "1024", Memory: "2048" } } },
    parts: [["29.5504"], ["6.4897"]],
  },
  { what: "a service on EC2 is its instances", type: "AWS::ECS::Service", free: true },
  {
    what: "a function of 512 MB, a million requests of 200 ms: 100,000 GB-seconds",
    type: "AWS::Lambda::Function",
    properties: { MemorySize: 512 },
    usage: { monthly_requests: 1_000_000, request_duration_ms: 200 },
    parts: [["0.2"], [100_000, "0.0000166667"]],
  },
  {
    what: "two executions of 1,024 MB kept ready all month",
    type: "AWS::Lambda::Alias",
    properties: {
      FunctionName: { Ref: "Function" },
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 },
    },
    beside: { Function: { Type: "AWS::Lambda::Function", Properties: { MemorySize: 1024 } } },
    parts: [[2, 3600, 730, "0.0000051254"]],
  },
  {
    what: "one execution of 512 MB kept ready for 100 hours",
    type: "AWS::Lambda::Version",
    properties: {
      FunctionName: { Ref: "Function" },
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 1 },
    },
    beside: { Function: { Type: "AWS::Lambda::Function", Properties: { MemorySize: 512 } } },
    usage: { monthly_duration_hrs: 100 },
    parts: [["0.5", 3600, 100, "0.0000051254"]],
  },
  { what: "an alias without concurrency is free", type: "AWS::Lambda::Alias", free: true },
  {
    what: "a build project: minutes that no source has priced in Seoul",
    type: "AWS::CodeBuild::Project",
    properties: { Environment: { Type: "LINUX_CONTAINER", ComputeType: "BUILD_GENERAL1_SMALL" } },
    usage: { monthly_build_mins: 1000 },
    unpriced: { "Linux (general1.small)": 1000 },
  },
  {
    what: "builds on Linux in Virginia (Infracost: codebuild_project.my_medium_project)",
    type: "AWS::CodeBuild::Project",
    region: "us-east-1",
    properties: { Environment: { Type: "LINUX_CONTAINER", ComputeType: "BUILD_GENERAL1_MEDIUM" } },
    usage: { monthly_build_mins: 10_000 },
    parts: [[100]],
  },
  {
    what: "a Glue job of 10 G.2X workers for 20 hours: 400 unit hours",
    type: "AWS::Glue::Job",
    properties: { WorkerType: "G.2X", NumberOfWorkers: 10 },
    usage: { monthly_hours: 20 },
    unpriced: { Duration: 400 },
  },
  {
    what: "a Glue job in Virginia (Infracost: glue_job.workers_g2x, 60 hours of 20 units)",
    type: "AWS::Glue::Job",
    region: "us-east-1",
    properties: { WorkerType: "G.2X", NumberOfWorkers: 10 },
    usage: { monthly_hours: 60 },
    parts: [[528]],
  },
  {
    what: "a state machine: 5,000 transitions are 5 thousands",
    type: "AWS::StepFunctions::StateMachine",
    usage: { monthly_transitions: 5000 },
    parts: [[5, "0.0271"]],
  },
  {
    what: "10M express workflows of 80 s in 64 MB, in Virginia: the first 1,000 GB-hours, 4,000 and 8,888.888888888889",
    type: "AWS::StepFunctions::StateMachine",
    region: "us-east-1",
    properties: { StateMachineType: "EXPRESS" },
    usage: { monthly_requests: 10e6, workflow_duration_ms: 80_000, memory_mb: 64 },
    parts: [[10], ["60.012"], ["119.952"], ["8888.888888888889", "0.016416"]],
  },
];
