import type { Figure } from "./worked-figures";

const ON_DEMAND = "0.052";
const GP3 = "0.0912";

/** A launch template of t3.medium instances (0.052 an hour in Seoul), with what a case adds to it. */
function launch(data: object = {}, more: object = {}): NonNullable<Figure["beside"]> {
  const LaunchTemplateData = { InstanceType: "t3.medium", ...data };
  return { Launch: { Type: "AWS::EC2::LaunchTemplate", Properties: { LaunchTemplateData, ...more } } };
}

const BY_ID = { LaunchTemplate: { LaunchTemplateId: { Ref: "Launch" }, Version: "1" } };

/** Groups of instances: how many there are, what a launch template says of them and what it leaves to its image. */
export const FLEET_FIGURES: readonly Figure[] = [
  {
    what: "a mixed group of six units whose first type counts for two: three instances, not six",
    type: "AWS::AutoScaling::AutoScalingGroup",
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
    beside: launch(),
    parts: [[3, ON_DEMAND, 730]],
    bounds: { low: [[1, ON_DEMAND, 730]], high: [[5, ON_DEMAND, 730]] },
  },
  {
    what: "a mixed group whose template is elsewhere: its types say what instances cost",
    type: "AWS::AutoScaling::AutoScalingGroup",
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
    parts: [[2, ON_DEMAND, 730]],
  },
  {
    what: "a group of none to three that does not say how large it starts: one expected",
    type: "AWS::AutoScaling::AutoScalingGroup",
    properties: { MinSize: 0, MaxSize: 3, ...BY_ID },
    beside: launch(),
    parts: [[1, ON_DEMAND, 730]],
    bounds: { low: [[0]], high: [[3, ON_DEMAND, 730]] },
  },
  {
    what: "a group that starts with none stays at none",
    type: "AWS::AutoScaling::AutoScalingGroup",
    properties: { MinSize: 0, MaxSize: 3, DesiredCapacity: 0, ...BY_ID },
    beside: launch(),
    parts: [[0]],
  },
  {
    what: "a launch template found by the name that it is given, 200 hours of each of two instances, a second volume",
    type: "AWS::AutoScaling::AutoScalingGroup",
    properties: { MinSize: 2, MaxSize: 2, LaunchTemplate: { LaunchTemplateName: "web", Version: "1" } },
    beside: launch(
      { BlockDeviceMappings: [{ DeviceName: "/dev/sdf", Ebs: { VolumeType: "gp3", VolumeSize: 10 } }] },
      { LaunchTemplateName: "web" },
    ),
    usage: { monthly_hrs: 200 },
    parts: [
      [2, 200, ON_DEMAND],
      [2, 10, GP3],
    ],
  },
  {
    what: "two old instances that pay for EBS optimisation",
    type: "AWS::AutoScaling::AutoScalingGroup",
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
    type: "AWS::AutoScaling::AutoScalingGroup",
    properties: { MinSize: 2, MaxSize: 2, ...BY_ID },
    beside: launch({ Placement: { Tenancy: "host" } }),
    parts: [[0]],
  },
  {
    what: "nodes whose template maps a second device only: their hours and that device",
    type: "AWS::EKS::Nodegroup",
    properties: {
      ScalingConfig: { MinSize: 1, DesiredSize: 3, MaxSize: 3 },
      LaunchTemplate: { Id: { Ref: "Launch" } },
    },
    beside: launch({
      BlockDeviceMappings: [{ DeviceName: "/dev/xvdb", Ebs: { VolumeType: "gp3", VolumeSize: 40 } }],
    }),
    parts: [
      [3, ON_DEMAND, 730],
      [3, 40, GP3],
    ],
  },
];
