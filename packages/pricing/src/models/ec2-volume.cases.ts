import type { TypeCases } from "../../testing/cases";
import { defined } from "../../testing/terraform-attributes";

export default {
  figures: [
    {
      what: "a gp3 volume of 100 GB with 4,000 IOPS: 1,000 beyond what is included",
      properties: { VolumeType: "gp3", Size: 100, Iops: 4000 },
      parts: [
        [100, "0.0912"],
        [1000, "0.0057"],
      ],
    },
    {
      what: "two gp2 volumes' worth of IOPS do not cost: gp2 is priced by size alone",
      properties: { Size: 10, Iops: 3000 },
      parts: [[10, "0.114"]],
    },
  ],
  variants: [{ Iops: 13_000 }],
  terraform: {
    aws_ebs_volume: ({ type, size, iops, throughput }) =>
      defined({ VolumeType: type, Size: size, Iops: iops, Throughput: throughput }),
  },
} satisfies TypeCases;
