import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "an auto scaling group of 1 to 4 on a launch template, desired 2",
      properties: {
        MinSize: "1",
        MaxSize: "4",
        DesiredCapacity: "2",
        LaunchTemplate: { LaunchTemplateId: { Ref: "Launch" }, Version: "1" },
      },
      beside: {
        Launch: {
          Type: "AWS::EC2::LaunchTemplate",
          Properties: {
            LaunchTemplateData: {
              InstanceType: "m7g.large",
              BlockDeviceMappings: [{ DeviceName: "/dev/xvda", Ebs: { VolumeType: "gp3", VolumeSize: 30 } }],
            },
          },
        },
      },
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
      properties: {
        MinSize: 3,
        MaxSize: 3,
        MixedInstancesPolicy: {
          LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: { Ref: "Launch" } } },
          InstancesDistribution: { OnDemandBaseCapacity: 1, OnDemandPercentageAboveBaseCapacity: 50 },
        },
      },
      beside: {
        Launch: {
          Type: "AWS::EC2::LaunchTemplate",
          Properties: {
            LaunchTemplateData: {
              InstanceType: "m7g.large",
              BlockDeviceMappings: [{ DeviceName: "/dev/xvda", Ebs: { VolumeType: "gp3", VolumeSize: 30 } }],
            },
          },
        },
      },
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
      beside: {
        Launch: {
          Type: "AWS::EC2::LaunchTemplate",
          Properties: {
            LaunchTemplateData: {
              InstanceType: "m7g.large",
              BlockDeviceMappings: [{ DeviceName: "/dev/xvda", Ebs: { VolumeType: "gp3", VolumeSize: 30 } }],
            },
          },
        },
      },
      parts: [
        [3, "0.1003", 730],
        [3, 30, "0.0912"],
      ],
    },
    {
      what: "a group of 0 to 3 that does not say how many it wants is expected to run one, and may run none",
      properties: { MinSize: "0", MaxSize: "3", LaunchTemplate: { LaunchTemplateId: { Ref: "Launch" } } },
      beside: {
        Launch: {
          Type: "AWS::EC2::LaunchTemplate",
          Properties: {
            LaunchTemplateData: {
              InstanceType: "m7g.large",
              BlockDeviceMappings: [{ DeviceName: "/dev/xvda", Ebs: { VolumeType: "gp3", VolumeSize: 30 } }],
            },
          },
        },
      },
      parts: [
        ["0.1003", 730],
        [30, "0.0912"],
      ],
      bounds: { low: [[0]] },
    },
    {
      what: "a mixed group of six units whose first type counts for two: three instances, not six",
      properties: {
        MinSize: "2",
        MaxSize: "9",
        DesiredCapacity: "6",
        MixedInstancesPolicy: {
          LaunchTemplate: {
            LaunchTemplateSpecification: { LaunchTemplateId: { Ref: "Launch" }, Version: "1" },
            Overrides: [
              { InstanceType: "t3.medium", WeightedCapacity: "2" },
              { InstanceType: "t3.large", WeightedCapacity: "4" },
            ],
          },
        },
      },
      beside: {
        Launch: {
          Type: "AWS::EC2::LaunchTemplate",
          Properties: { LaunchTemplateData: { InstanceType: "t3.medium" } },
        },
      },
      parts: [[3, "0.052", 730]],
      bounds: { low: [[1, "0.052", 730]], high: [[5, "0.052", 730]] },
    },
    {
      what: "a mixed group whose template is elsewhere: its types say what instances cost",
      properties: {
        MinSize: 2,
        MaxSize: 2,
        MixedInstancesPolicy: {
          LaunchTemplate: {
            LaunchTemplateSpecification: { LaunchTemplateId: "lt-0123456789abcdef0", Version: "1" },
            Overrides: [{ InstanceType: "t3.medium" }],
          },
        },
      },
      parts: [[2, "0.052", 730]],
    },
    {
      what: "a group of none to three that does not say how large it starts: one expected",
      properties: {
        MinSize: 0,
        MaxSize: 3,
        LaunchTemplate: { LaunchTemplateId: { Ref: "Launch" }, Version: "1" },
      },
      beside: {
        Launch: {
          Type: "AWS::EC2::LaunchTemplate",
          Properties: { LaunchTemplateData: { InstanceType: "t3.medium" } },
        },
      },
      parts: [[1, "0.052", 730]],
      bounds: { low: [[0]], high: [[3, "0.052", 730]] },
    },
    {
      what: "a group that starts with none stays at none",
      properties: {
        MinSize: 0,
        MaxSize: 3,
        DesiredCapacity: 0,
        LaunchTemplate: { LaunchTemplateId: { Ref: "Launch" }, Version: "1" },
      },
      beside: {
        Launch: {
          Type: "AWS::EC2::LaunchTemplate",
          Properties: { LaunchTemplateData: { InstanceType: "t3.medium" } },
        },
      },
      parts: [[0]],
    },
    {
      what: "a launch template found by the name that it is given, 200 hours of each of two instances, a second volume",
      properties: { MinSize: 2, MaxSize: 2, LaunchTemplate: { LaunchTemplateName: "web", Version: "1" } },
      beside: {
        Launch: {
          Type: "AWS::EC2::LaunchTemplate",
          Properties: {
            LaunchTemplateData: {
              InstanceType: "t3.medium",
              BlockDeviceMappings: [{ DeviceName: "/dev/sdf", Ebs: { VolumeType: "gp3", VolumeSize: 10 } }],
            },
            LaunchTemplateName: "web",
          },
        },
      },
      usage: { monthly_hrs: 200 },
      parts: [
        [2, 200, "0.052"],
        [2, 10, "0.0912"],
      ],
    },
    {
      what: "two old instances that pay for EBS optimisation",
      properties: { MinSize: 2, MaxSize: 2, LaunchConfigurationName: { Ref: "Old" } },
      beside: {
        Old: {
          Type: "AWS::AutoScaling::LaunchConfiguration",
          Properties: { InstanceType: "r3.xlarge", EbsOptimized: true, InstanceMonitoring: false },
        },
      },
      unpriced: { "EBS-optimized usage": 1460 },
    },
    {
      what: "instances on dedicated hosts have no hours of their own: the host is charged",
      properties: {
        MinSize: 2,
        MaxSize: 2,
        LaunchTemplate: { LaunchTemplateId: { Ref: "Launch" }, Version: "1" },
      },
      beside: {
        Launch: {
          Type: "AWS::EC2::LaunchTemplate",
          Properties: { LaunchTemplateData: { InstanceType: "t3.medium", Placement: { Tenancy: "host" } } },
        },
      },
      parts: [[0]],
    },
    {
      what: "two instances of a group in a subnet that gives them public addresses",
      properties: {
        MinSize: "2",
        MaxSize: "2",
        LaunchTemplate: { LaunchTemplateId: { Ref: "Launch" } },
        VPCZoneIdentifier: [{ Ref: "Public" }],
      },
      beside: {
        Public: { Type: "AWS::EC2::Subnet", Properties: { MapPublicIpOnLaunch: true } },
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
  ],
  variants: [
    { VPCZoneIdentifier: [{ Ref: "Public" }] },
    {
      MinSize: "1",
      MaxSize: "4",
      MixedInstancesPolicy: {
        LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: { Ref: "Launch" } } },
        InstancesDistribution: { OnDemandBaseCapacity: 1, OnDemandPercentageAboveBaseCapacity: 0 },
      },
    },
    { MinSize: "1", MaxSize: "2", LaunchConfigurationName: { Ref: "Configuration" } },
  ],
  beside: {
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
    Public: { Type: "AWS::EC2::Subnet", Properties: { MapPublicIpOnLaunch: true } },
    Configuration: {
      Type: "AWS::AutoScaling::LaunchConfiguration",
      Properties: { InstanceType: "t3.large", AssociatePublicIpAddress: true },
    },
  },
  notSourced: [
    "AmazonEC2: m7g.large RHEL on-demand",
    "AmazonEC2: m7g.large convertible RI 1yr all upfront",
    "AmazonEC2: t3.large convertible RI 1yr all upfront",
    "AmazonEC2Spot: m7g.large RHEL spot average (indicative)",
  ],
} satisfies TypeCases;
