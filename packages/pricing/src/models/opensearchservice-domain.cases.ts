import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a search domain in Virginia with a master and warm nodes (Infracost: opensearch_domain.gp2)",
      region: "us-east-1",
      properties: {
        ClusterConfig: {
          InstanceType: "c4.2xlarge.search",
          InstanceCount: 3,
          DedicatedMasterEnabled: true,
          DedicatedMasterType: "c4.8xlarge.search",
          DedicatedMasterCount: 1,
          WarmEnabled: true,
          WarmType: "ultrawarm1.medium.search",
          WarmCount: 2,
        },
        EBSOptions: { EBSEnabled: true, VolumeType: "gp2", VolumeSize: 100 },
      },
      parts: [["1285.53"], [300, "0.135"], ["1713.31"], ["347.48"]],
    },
    {
      what: "a search domain of three nodes, which no source has priced in Seoul",
      properties: { ClusterConfig: { InstanceType: "m7g.large.search", InstanceCount: 3 } },
      unpriced: { "Instance (on-demand, m7g.large.search)": 2190 },
    },
    {
      what: "two gp3 volumes of 4,000 GB at 700 MB/s, of which 2 × 250 are included, and three masters",
      properties: {
        ClusterConfig: {
          InstanceType: "m7g.large.search",
          InstanceCount: 2,
          DedicatedMasterEnabled: true,
          DedicatedMasterType: "m7g.medium.search",
        },
        EBSOptions: { EBSEnabled: true, VolumeType: "gp3", VolumeSize: 4000, Throughput: 700 },
      },
      unpriced: {
        "Storage (gp3)": 8000,
        "Throughput (gp3)": 400,
        "Dedicated master (on-demand, m7g.medium.search)": 2190,
      },
    },
  ],
  variants: [
    { EBSOptions: { EBSEnabled: true, VolumeType: "gp3", VolumeSize: 100, Throughput: 250 } },
    {
      ClusterConfig: { InstanceType: "m4.large.search" },
      EBSOptions: { EBSEnabled: true, VolumeType: "io1", Iops: 1000 },
    },
  ],
  notSourced: ["AmazonOpenSearch: gp3 throughput"],
} satisfies TypeCases;
