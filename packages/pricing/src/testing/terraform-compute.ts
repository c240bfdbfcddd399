import { type Attributes, defined, first, type Translations } from "./terraform-attributes";

/** Instances, volumes and clusters of Terraform's cases in CloudFormation. */
export const COMPUTE_TRANSLATIONS: Translations = {
  aws_ebs_volume: ({ type, size, iops, throughput }) => ({
    Type: "AWS::EC2::Volume",
    Properties: defined({ VolumeType: type, Size: size, Iops: iops, Throughput: throughput }),
  }),
  aws_instance: (attributes) => ({
    Type: "AWS::EC2::Instance",
    Properties: defined({
      InstanceType: attributes.instance_type,
      EbsOptimized: attributes.ebs_optimized,
      Monitoring: attributes.monitoring,
      Tenancy: attributes.tenancy,
      HostId: attributes.host_id,
      CreditSpecification: creditSpecification(attributes),
      BlockDeviceMappings: blockDevices(attributes),
      LaunchTemplate: attributes.launch_template && { LaunchTemplateId: { Ref: "Beside" } },
    }),
  }),
  aws_eks_cluster: ({ version }) => ({
    Type: "AWS::EKS::Cluster",
    Properties: defined({ Version: version }),
  }),
  aws_eks_node_group: (attributes) => {
    const scaling = first(attributes.scaling_config);
    return {
      Type: "AWS::EKS::Nodegroup",
      Properties: defined({
        InstanceTypes: attributes.instance_types,
        DiskSize: attributes.disk_size,
        CapacityType: attributes.capacity_type,
        ScalingConfig: scaling && {
          DesiredSize: scaling.desired_size,
          MinSize: scaling.min_size,
          MaxSize: scaling.max_size,
        },
        LaunchTemplate: attributes.launch_template && { Id: { Ref: "Beside" } },
      }),
    };
  },
};

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
