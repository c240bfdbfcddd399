import type { TypeCases } from "../../testing/cases";
import { defined, first } from "../../testing/terraform-attributes";

export default {
  figures: [
    {
      what: "a node group of 2 to 4 t3.large on AL2023 with 50 GB each, desired 2",
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
      what: "nodes whose template maps a second device only: their hours and that device",
      properties: {
        ScalingConfig: { MinSize: 1, DesiredSize: 3, MaxSize: 3 },
        LaunchTemplate: { Id: { Ref: "Launch" } },
      },
      beside: {
        Launch: {
          Type: "AWS::EC2::LaunchTemplate",
          Properties: {
            LaunchTemplateData: {
              InstanceType: "t3.medium",
              BlockDeviceMappings: [{ DeviceName: "/dev/xvdb", Ebs: { VolumeType: "gp3", VolumeSize: 40 } }],
            },
          },
        },
      },
      parts: [
        [3, "0.052", 730],
        [3, 40, "0.0912"],
      ],
    },
    {
      what: "two nodes in a subnet that gives them public addresses",
      properties: {
        InstanceTypes: ["t3.micro"],
        ScalingConfig: { MinSize: 2, MaxSize: 2, DesiredSize: 2 },
        Subnets: [{ Ref: "Public" }],
      },
      beside: { Public: { Type: "AWS::EC2::Subnet", Properties: { MapPublicIpOnLaunch: true } } },
      parts: [
        [1460, "0.013"],
        [2, 20, "0.114"],
        [1460, "0.005"],
      ],
    },
  ],
  variants: [
    {
      InstanceTypes: ["t3.medium", "t3.large"],
      CapacityType: "SPOT",
      ScalingConfig: { MinSize: 1, DesiredSize: 2, MaxSize: 4 },
    },
    { Subnets: ["a", "b"] },
    { Subnets: [{ Ref: "Public" }] },
  ],
  beside: { Public: { Type: "AWS::EC2::Subnet", Properties: { MapPublicIpOnLaunch: true } } },
  notSourced: [
    "AmazonEC2: t3.large RHEL on-demand",
    "AmazonEC2: t3.medium RHEL on-demand",
    "AmazonEC2: t3.medium convertible RI 1yr all upfront",
    "AmazonEC2Spot: t3.large RHEL spot average (indicative)",
    "AmazonEC2Spot: t3.medium RHEL spot average (indicative)",
  ],
  terraform: {
    aws_eks_node_group: ({ scaling_config, instance_types, disk_size, capacity_type, launch_template }) => {
      const scaling = first(scaling_config);
      return defined({
        InstanceTypes: instance_types,
        DiskSize: disk_size,
        CapacityType: capacity_type,
        ScalingConfig: scaling && {
          DesiredSize: scaling.desired_size,
          MinSize: scaling.min_size,
          MaxSize: scaling.max_size,
        },
        LaunchTemplate: launch_template && { Id: { Ref: "Beside" } },
      });
    },
  },
  infracost: {
    differs: [
      [
        /^aws_eks_node_group\.example_with_launch_template_2$/,
        /^EBS-optimized usage$/,
        "Current types include EBS optimisation; a line of 0 says nothing.",
      ],
    ],
    beside: {
      "aws_eks_node_group.example_with_launch_template": launchTemplate({
        BlockDeviceMappings: [{ DeviceName: "/dev/xvda", Ebs: { VolumeSize: 20, VolumeType: "gp2" } }],
      }),
      "aws_eks_node_group.example_with_launch_template_2": launchTemplate({
        InstanceType: "m5.xlarge",
        BlockDeviceMappings: [{ DeviceName: "/dev/xvda", Ebs: { VolumeSize: 20, VolumeType: "gp2" } }],
      }),
      "aws_eks_node_group.lt_usage": launchTemplate({
        InstanceType: "t2.medium",
        BlockDeviceMappings: [{ DeviceName: "/dev/xvda", Ebs: { VolumeSize: 10 } }],
      }),
    },
  },
} satisfies TypeCases;

function launchTemplate(LaunchTemplateData: object) {
  return { Beside: { Type: "AWS::EC2::LaunchTemplate", Properties: { LaunchTemplateData } } };
}
