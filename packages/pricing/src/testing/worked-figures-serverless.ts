import type { Figure } from "./worked-figures";

/** Tasks, functions, APIs, builds, jobs and workflows: what runs without machines of its own. */
export const SERVERLESS_FIGURES: readonly Figure[] = [
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
    what: "two tasks of 1 vCPU and 2 GB, by family, on a cluster whose default is Fargate",
    type: "AWS::ECS::Service",
    properties: { Cluster: { Ref: "Cluster" }, DesiredCount: 2, TaskDefinition: "web:7" },
    beside: {
      Cluster: { Type: "AWS::ECS::Cluster" },
      Providers: {
        Type: "AWS::ECS::ClusterCapacityProviderAssociations",
        Properties: {
          Cluster: { Ref: "Cluster" },
          CapacityProviders: ["FARGATE", "FARGATE_SPOT", "Own"],
          DefaultCapacityProviderStrategy: [{ CapacityProvider: "FARGATE", Weight: 1 }],
        },
      },
      Task: {
        Type: "AWS::ECS::TaskDefinition",
        Properties: { Family: "web", Cpu: "1 vCPU", Memory: "2 GB" },
      },
    },
    parts: [
      [4, "0.00511", 730],
      [2, "0.04656", 730],
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
  {
    what: "50 executions of an outside function for 100 hours: 9,000,000 GB-seconds, and 10 million requests of 350 ms",
    type: "AWS::Lambda::Version",
    properties: {
      FunctionName: "elsewhere",
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 50 },
    },
    usage: {
      monthly_duration_hrs: 100,
      monthly_requests: 10_000_000,
      request_duration_ms: 350,
      memory_mb: 512,
      "architecture.arm64": 1,
    },
    parts: [
      [10, "0.2"],
      [9_000_000, "0.0000041003"],
      [1_750_000, "0.0000095674"],
    ],
  },
  { what: "an alias without concurrency is free", type: "AWS::Lambda::Alias", free: true },
  {
    what: "a thousand minutes of builds",
    type: "AWS::CodeBuild::Project",
    properties: { Environment: { Type: "LINUX_CONTAINER", ComputeType: "BUILD_GENERAL1_SMALL" } },
    usage: { monthly_build_mins: 1000 },
    parts: [[1000, "0.005"]],
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
    what: "a Glue job of 10 G.2X workers: hours of 20 units each",
    type: "AWS::Glue::Job",
    properties: { WorkerType: "G.2X", NumberOfWorkers: 10 },
    usage: { monthly_hours: 20 },
    unpriced: { Duration: 20 },
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
  {
    what: "an API: 400M requests in two tiers",
    type: "AWS::ApiGateway::RestApi",
    usage: { monthly_requests: 400e6 },
    parts: [
      [333, "3.5"],
      [67, "3.19"],
    ],
  },
  {
    what: "an API in Virginia: 21 billion requests in four tiers (Infracost: api_gateway_rest_api)",
    type: "AWS::ApiGateway::RestApi",
    region: "us-east-1",
    usage: { monthly_requests: 21_000e6 },
    parts: [["1165.50"], ["1867.60"], ["45220"], ["1510"]],
  },
  {
    what: "a stage's cache of half a gigabyte",
    type: "AWS::ApiGateway::Stage",
    properties: { CacheClusterEnabled: true },
    parts: [["0.02", 730]],
  },
  {
    what: "a cache of a size that no source has priced in Seoul",
    type: "AWS::ApiGateway::Stage",
    properties: { CacheClusterEnabled: true, CacheClusterSize: "1.6" },
    unpriced: { "Cache memory (1.6 GB)": 730 },
  },
  {
    what: "an HTTP API counts 600 KB as two requests",
    type: "AWS::ApiGatewayV2::Api",
    properties: { ProtocolType: "HTTP" },
    usage: { monthly_requests: 1e6, request_size_kb: 600 },
    parts: [[2, "1.23"]],
  },
  {
    what: "a WebSocket API: 1.5 billion messages in two tiers and 10M minutes",
    type: "AWS::ApiGatewayV2::Api",
    properties: { ProtocolType: "WEBSOCKET" },
    usage: { monthly_messages: 1500e6, monthly_connection_mins: 10e6 },
    parts: [
      [1000, "1.14"],
      [500, "0.94"],
      [10, "0.285"],
    ],
  },
];
