import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "ten tasks with a public address each",
      region: "us-east-1",
      beside: { Task: { Type: "AWS::ECS::TaskDefinition", Properties: { Cpu: "1024", Memory: "2048" } } },
      properties: {
        LaunchType: "FARGATE",
        DesiredCount: 10,
        TaskDefinition: { Ref: "Task" },
        NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: "ENABLED" } },
      },
      parts: [
        [7300, "0.04937"],
        [7300, "0.005"],
      ],
    },
    {
      what: "ten tasks with 100 GB beyond the 20 that are free",
      region: "us-east-1",
      beside: {
        Task: {
          Type: "AWS::ECS::TaskDefinition",
          Properties: { Cpu: "1024", Memory: "2048", EphemeralStorage: { SizeInGiB: 120 } },
        },
      },
      parts: [
        [7300, "0.04937"],
        [7300, 100, "0.000111"],
      ],
      properties: { LaunchType: "FARGATE", DesiredCount: 10, TaskDefinition: { Ref: "Task" } },
    },
    {
      what: "ten tasks on Windows, whose hours and licence no source has priced",
      region: "us-east-1",
      beside: {
        Task: {
          Type: "AWS::ECS::TaskDefinition",
          Properties: {
            Cpu: "1024",
            Memory: "2048",
            RuntimePlatform: { OperatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
          },
        },
      },
      parts: [],
      unpriced: {
        "Per GB per hour (Windows)": 20,
        "Per vCPU per hour (Windows)": 10,
        "Licence per vCPU per hour (Windows)": 10,
      },
      properties: { LaunchType: "FARGATE", DesiredCount: 10, TaskDefinition: { Ref: "Task" } },
    },
    {
      what: "two of ten tasks on demand by their base, a quarter of the rest too, six on Spot",
      region: "us-east-1",
      beside: { Task: { Type: "AWS::ECS::TaskDefinition", Properties: { Cpu: "1024", Memory: "2048" } } },
      properties: {
        DesiredCount: 10,
        TaskDefinition: { Ref: "Task" },
        CapacityProviderStrategy: [
          { CapacityProvider: "FARGATE", Base: 2, Weight: 1 },
          { CapacityProvider: "FARGATE_SPOT", Weight: 3 },
        ],
      },
      parts: [[730, 4, "0.04937"]],
      unpriced: { "Per GB per hour (Spot)": 12, "Per vCPU per hour (Spot)": 6 },
    },
    {
      what: "a service of two tasks of half a vCPU and 1 GB on Fargate",
      properties: { LaunchType: "FARGATE", DesiredCount: 2, TaskDefinition: { Ref: "Task" } },
      beside: { Task: { Type: "AWS::ECS::TaskDefinition", Properties: { Cpu: "512", Memory: "1024" } } },
      parts: [
        [2, "0.00511", 730],
        ["0.04656", 730],
      ],
    },
    {
      what: "two tasks of 1 vCPU and 2 GB, by family, on a cluster whose default is Fargate",
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
      region: "us-east-1",
      properties: { LaunchType: "FARGATE", DesiredCount: 1, TaskDefinition: { Ref: "Task" } },
      beside: { Task: { Type: "AWS::ECS::TaskDefinition", Properties: { Cpu: "1024", Memory: "2048" } } },
      parts: [["29.5504"], ["6.4897"]],
    },
    { what: "a service on EC2 is its instances", free: true },
  ],
  variants: [
    {
      NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: "ENABLED" } },
      LaunchType: "FARGATE",
      TaskDefinition: { Ref: "WindowsTask" },
    },
    {
      LaunchType: "FARGATE",
      TaskDefinition: { Ref: "Task" },
      DesiredCount: 2,
      CapacityProviderStrategy: [{ CapacityProvider: "FARGATE_SPOT" }],
    },
    { Cluster: { Ref: "Cluster" }, TaskDefinition: "web:1" },
  ],
  beside: {
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
    Cluster: { Type: "AWS::ECS::Cluster", Properties: { CapacityProviders: ["FARGATE"] } },
  },
  notSourced: [
    "AmazonECS: Fargate Windows x86 licence",
    "AmazonECS: Fargate Windows x86 memory",
    "AmazonECS: Fargate Windows x86 vCPU",
  ],
} satisfies TypeCases;
