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

/** Machines, clusters and what they are attached to. */
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
    what: "6 units of capacity on types that stand for 2 each are 3 machines",
    type: "AWS::AutoScaling::AutoScalingGroup",
    properties: {
      MinSize: 6,
      MaxSize: 6,
      MixedInstancesPolicy: {
        LaunchTemplate: {
          LaunchTemplateSpecification: { LaunchTemplateId: { Ref: "Launch" } },
          Overrides: [{ InstanceType: "m7g.large", WeightedCapacity: "2" }],
        },
      },
    },
    beside: LAUNCH,
    parts: [
      [3, "0.1003", 730],
      [3, 30, "0.0912"],
    ],
  },
  {
    what: "a group of 0 to 3 that does not say how many it wants is expected to run one, and may run none",
    type: "AWS::AutoScaling::AutoScalingGroup",
    properties: { MinSize: "0", MaxSize: "3", LaunchTemplate: { LaunchTemplateId: { Ref: "Launch" } } },
    beside: LAUNCH,
    parts: [
      ["0.1003", 730],
      [30, "0.0912"],
    ],
    bounds: { low: [[0]] },
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
    what: "Container Insights of 10 nodes, 20 pods and 12 services: 24 + 80 + 180 + 72 = 356 metrics at 0.30",
    type: "AWS::EKS::Addon",
    properties: { AddonName: "amazon-cloudwatch-observability" },
    usage: { monthly_custom_metrics: 356 },
    parts: [["0.3", 356]],
  },
  {
    what: "another add-on is free",
    type: "AWS::EKS::Addon",
    properties: { AddonName: "coredns" },
    parts: [],
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
];
