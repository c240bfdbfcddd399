import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a file system in Seoul over several zones",
      usage: { storage_gb: 100 },
      parts: [[100, "0.33"]],
    },
    {
      what: "a file system in Seoul, in one zone",
      properties: { AvailabilityZoneName: "ap-northeast-2a" },
      usage: { storage_gb: 100 },
      parts: [[100, "0.176"]],
    },
    {
      what: "a file system in Virginia: 100 MB/s less the 11.5 that 230 GB bring (Infracost: efs_file_system.provisioned)",
      region: "us-east-1",
      properties: { ProvisionedThroughputInMibps: 100 },
      usage: { storage_gb: 230 },
      parts: [["69"], ["531"]],
    },
    {
      what: "files seldom read, in Virginia (Infracost: efs_file_system.standard)",
      region: "us-east-1",
      properties: { LifecyclePolicies: [{ TransitionToIA: "AFTER_30_DAYS" }] },
      usage: {
        storage_gb: 230,
        infrequent_access_storage_gb: 100,
        monthly_infrequent_access_read_gb: 50,
        monthly_infrequent_access_write_gb: 100,
      },
      parts: [["69"], ["2.5"], ["0.5"], [1]],
    },
    {
      what: "elastic throughput: 100 GB read, 50 GB written",
      properties: { ThroughputMode: "elastic" },
      usage: { monthly_elastic_read_gb: 100, monthly_elastic_write_gb: 50 },
      parts: [
        [100, "0.03"],
        [50, "0.07"],
      ],
    },
  ],
  variants: [
    { ThroughputMode: "elastic" },
    {
      AvailabilityZoneName: "ap-northeast-2a",
      LifecyclePolicies: [{ TransitionToIA: "AFTER_30_DAYS" }],
      ProvisionedThroughputInMibps: 20,
    },
  ],
} satisfies TypeCases;
