import type { CostModel } from "../cost-model";
import { readVolume, volumeCharges } from "./ebs-charges";

/**
 * Covers storage by type and size, and provisioned IOPS and throughput above what gp3 includes; magnetic volumes: I/O requests
 * (usage `monthly_standard_io_requests`). Without a size (a volume from a snapshot) 8 GB are assumed, as Infracost does.
 * Not covered: snapshots, fast snapshot restore, Multi-Attach.
 */
export const ec2Volume: CostModel = {
  type: "AWS::EC2::Volume",
  service: "EBS",
  reads: ["VolumeType", "Size", "Iops", "Throughput"],
  usageKeys: ["monthly_standard_io_requests"],
  components: ({ properties, usage }) => volumeCharges(readVolume(properties, "Size"), usage),
};
