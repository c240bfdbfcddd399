import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a Redshift cluster of two nodes, which no source has priced in Seoul",
      properties: { NodeType: "ra3.large", NumberOfNodes: 2 },
      usage: { excess_concurrency_scaling_secs: 4321, backup_storage_gb: 612_000 },
      unpriced: {
        "Cluster usage (on-demand, ra3.large)": 1460,
        "Concurrency scaling (ra3.large)": 4321,
        "Backup storage (first 50 TB)": 51_200,
        "Backup storage (next 450 TB)": 460_800,
        "Backup storage (over 500 TB)": 100_000,
      },
    },
    {
      what: "a Redshift cluster in Virginia (Infracost: redshift_cluster.manageda) with 1,000 GB",
      region: "us-east-1",
      properties: { NodeType: "ra3.4xlarge", NumberOfNodes: 6 },
      usage: {
        managed_storage_gb: 1000,
        excess_concurrency_scaling_secs: 1000,
        spectrum_data_scanned_tb: 0.5,
        backup_storage_gb: 1000,
      },
      parts: [["14278.8"], [24], ["0.9"], ["2.5"], [23]],
    },
    {
      what: "concurrency scaling and backups of 612,000 GB in Virginia (Infracost: redshift_cluster.ca_withUsage)",
      region: "us-east-1",
      properties: { NodeType: "ds2.8xlarge" },
      usage: {
        excess_concurrency_scaling_secs: 4321,
        spectrum_data_scanned_tb: 0.5,
        backup_storage_gb: 612_000,
      },
      parts: [[4964], [4321, "0.00189"], ["2.5"], ["1177.6"], [460_800, "0.022"], [100_000, "0.021"]],
    },
    {
      what: "a Redshift cluster over two zones runs its nodes twice",
      region: "us-east-1",
      properties: { NodeType: "ra3.4xlarge", ClusterType: "multi-node", NumberOfNodes: 2, MultiAZ: true },
      parts: [[4, 730, "3.26"]],
    },
  ],
  variants: [
    { MultiAZ: true },
    { MultiAZ: true, ClusterType: "multi-node", NodeType: "ra3.4xlarge", NumberOfNodes: 2 },
    { NodeType: "ra3.large", NumberOfNodes: 2 },
  ],
  notSourced: ["AmazonRedshift: ra3.large concurrency scaling", "AmazonRedshift: ra3.large node"],
} satisfies TypeCases;
