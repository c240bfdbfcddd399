import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a replication instance in two zones: its 100 GB are 50 more than it includes",
      properties: { ReplicationInstanceClass: "dms.t3.medium", MultiAZ: true, AllocatedStorage: 100 },
      unpriced: { "Instance (t3.medium)": 730, "Storage (general purpose SSD, gp2)": 50 },
    },
    {
      what: "a replication instance in two zones of Virginia (Infracost: dms, multi_high_storage)",
      region: "us-east-1",
      properties: { ReplicationInstanceClass: "dms.t2.micro", MultiAZ: true, AllocatedStorage: 70 },
      parts: [["26.28"], ["4.6"]],
    },
    {
      what: "a replication instance in one zone of Virginia, within what it includes (Infracost: dms, single_low_storage)",
      region: "us-east-1",
      properties: { ReplicationInstanceClass: "dms.t2.micro", AllocatedStorage: 20 },
      parts: [["13.14"]],
    },
  ],
  variants: [{ MultiAZ: true, AllocatedStorage: 500 }, { MultiAZ: true }],
} satisfies TypeCases;
