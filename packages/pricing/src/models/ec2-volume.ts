import type { CostModel } from "../cost-model";
import { readVolume, volumeCharges } from "./ebs-charges";

/**
 * Covers storage by type and size, and provisioned IOPS and throughput above what gp3 includes; magnetic
 * volumes: I/O requests (usage `monthly_standard_io_requests`). Without a size 8 GB are assumed, as Infracost
 * does; a volume from a snapshot is as large as that, which is not known here. Not covered: snapshots, fast
 * snapshot restore, Multi-Attach.
 */
export const ec2Volume: CostModel = {
  type: "AWS::EC2::Volume",
  service: "EBS",
  reads: ["SnapshotId", "VolumeType", "Size", "Iops", "Throughput"],
  notPriced: ["VolumeInitializationRate"],
  withoutInfluence: "MultiAttachEnabled Encrypted AutoEnableIO SourceVolumeId",
  usageKeys: ["monthly_standard_io_requests"],
  components: ({ properties, usage }) => {
    const volume = { ...readVolume(properties, "Size"), property: "Size" };
    const isSnapshotsOwn = volume.sizeGb === undefined && properties.has("SnapshotId");
    return volumeCharges(isSnapshotsOwn ? { ...volume, sizeGb: null } : volume, usage);
  },
};
