import type { TypeCases } from "../../testing/cases";
import { type Attributes, defined, first } from "../../testing/terraform-attributes";

const LAUNCH_TEMPLATE = {
  Type: "AWS::EC2::LaunchTemplate",
  Properties: {
    LaunchTemplateData: {
      InstanceType: "t3.medium",
      Monitoring: { Enabled: true },
      Placement: { Tenancy: "dedicated" },
      BlockDeviceMappings: [{ DeviceName: "xvdc", Ebs: { VolumeSize: 10, VolumeType: "io1", Iops: 100 } }],
    },
  },
};

export default {
  figures: [
    {
      what: "a t3.micro bastion with 8 GB of gp3 and a public address: hours, storage, address",
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
      what: "an instance in a subnet that gives it a public address",
      properties: { InstanceType: "t3.micro", SubnetId: { Ref: "Public" } },
      beside: { Public: { Type: "AWS::EC2::Subnet", Properties: { MapPublicIpOnLaunch: true } } },
      parts: [
        [730, "0.013"],
        [8, "0.114"],
        [730, "0.005"],
      ],
    },
    {
      what: "an instance that asks for none there has none",
      properties: {
        InstanceType: "t3.micro",
        NetworkInterfaces: [{ SubnetId: { Ref: "Public" }, AssociatePublicIpAddress: false }],
      },
      beside: { Public: { Type: "AWS::EC2::Subnet", Properties: { MapPublicIpOnLaunch: true } } },
      parts: [
        [730, "0.013"],
        [8, "0.114"],
      ],
    },
    {
      what: "an Elastic IP takes the place of the address that the subnet gives",
      properties: { InstanceType: "t3.micro", SubnetId: { Ref: "Public" } },
      beside: {
        Public: { Type: "AWS::EC2::Subnet", Properties: { MapPublicIpOnLaunch: true } },
        Address: { Type: "AWS::EC2::EIP", Properties: { InstanceId: { Ref: "R" } } },
      },
      parts: [
        [730, "0.013"],
        [8, "0.114"],
      ],
    },
    {
      what: "an instance of a Windows image, by the path of its parameter",
      properties: {
        InstanceType: "t3.micro",
        ImageId: "{{resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base}}",
      },
      parts: [[8, "0.114"]],
      unpriced: { "Instance usage (Windows, on-demand, t3.micro)": 730 },
    },
  ],
  variants: [
    { InstanceType: "t3.medium", Monitoring: true, NetworkInterfaces: [{ AssociatePublicIpAddress: true }] },
    {
      InstanceType: "r3.xlarge",
      EbsOptimized: true,
      BlockDeviceMappings: [
        {
          DeviceName: "/dev/xvda",
          Ebs: { VolumeType: "gp3", VolumeSize: 20, Iops: 40_000, Throughput: 250 },
        },
        {
          DeviceName: "/dev/xvd1",
          Ebs: { VolumeType: "io1", VolumeSize: 20, Iops: 40_000, Throughput: 250 },
        },
        {
          DeviceName: "/dev/xvd2",
          Ebs: { VolumeType: "io2", VolumeSize: 20, Iops: 40_000, Throughput: 250 },
        },
        {
          DeviceName: "/dev/xvd3",
          Ebs: { VolumeType: "st1", VolumeSize: 20, Iops: 40_000, Throughput: 250 },
        },
        {
          DeviceName: "/dev/xvd4",
          Ebs: { VolumeType: "sc1", VolumeSize: 20, Iops: 40_000, Throughput: 250 },
        },
        {
          DeviceName: "/dev/xvd5",
          Ebs: { VolumeType: "standard", VolumeSize: 20, Iops: 40_000, Throughput: 250 },
        },
      ],
    },
    {
      SubnetId: { Ref: "Public" },
      ImageId: "{{resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base}}",
    },
  ],
  beside: { Public: { Type: "AWS::EC2::Subnet", Properties: { MapPublicIpOnLaunch: true } } },
  notSourced: [
    "AmazonEC2: r3.xlarge convertible RI 1yr all upfront",
    "AmazonEC2: t3.medium convertible RI 1yr all upfront",
  ],
  terraform: {
    aws_instance: (attributes) =>
      defined({
        InstanceType: attributes.instance_type,
        EbsOptimized: attributes.ebs_optimized,
        Monitoring: attributes.monitoring,
        Tenancy: attributes.tenancy,
        HostId: attributes.host_id,
        CreditSpecification: creditSpecification(attributes),
        BlockDeviceMappings: blockDevices(attributes),
        LaunchTemplate: attributes.launch_template && { LaunchTemplateId: { Ref: "Beside" } },
      }),
  },
  infracost: {
    differs: [
      [
        /_(all|partial)_upfront$/,
        /reserved/,
        "What is paid upfront belongs to the months of the term; Infracost leaves it out, so its figure is too low.",
      ],
    ],
    beside: {
      "aws_instance.instance_withLaunchTemplateOverride": { Beside: LAUNCH_TEMPLATE },
      "aws_instance.instance_withLaunchTemplateByName": { Beside: LAUNCH_TEMPLATE },
    },
  },
} satisfies TypeCases;

function creditSpecification(attributes: Attributes): object | undefined {
  const credits = first(attributes.credit_specification)?.cpu_credits;
  return credits === undefined ? undefined : { CPUCredits: credits };
}

function blockDevices(attributes: Attributes): object[] {
  const root = first(attributes.root_block_device);
  const others = (attributes.ebs_block_device as Attributes[] | undefined) ?? [];
  const mapping = (device: Attributes, DeviceName: unknown) => ({
    DeviceName,
    Ebs: defined({
      VolumeType: device.volume_type,
      VolumeSize: device.volume_size,
      Iops: device.iops,
      Throughput: device.throughput,
    }),
  });
  return [
    ...(root ? [mapping(root, "/dev/xvda")] : []),
    ...others.map((device) => mapping(device, device.device_name)),
  ];
}
