import type { Figure } from "./worked-figures";

/** Tasks, functions, builds, jobs and workflows: what runs without machines of its own. */
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
    parts: [[10, "0.2"]],
    unpriced: { "Provisioned Concurrency": 9_000_000, Duration: 1_750_000 },
  },
  { what: "an alias without concurrency is free", type: "AWS::Lambda::Alias", free: true },
  {
    what: "a build project: minutes without a price",
    type: "AWS::CodeBuild::Project",
    properties: { Environment: { Type: "LINUX_CONTAINER", ComputeType: "BUILD_GENERAL1_SMALL" } },
    usage: { monthly_build_mins: 1000 },
    unpriced: { "Linux (general1.small)": 1000 },
  },
  {
    what: "a Glue job of 10 G.2X workers: hours of 20 units each",
    type: "AWS::Glue::Job",
    properties: { WorkerType: "G.2X", NumberOfWorkers: 10 },
    usage: { monthly_hours: 20 },
    unpriced: { Duration: 20 },
  },
  {
    what: "a state machine: 5,000 transitions are 5 thousands",
    type: "AWS::StepFunctions::StateMachine",
    usage: { monthly_transitions: 5000 },
    unpriced: { Transitions: 5 },
  },
];
