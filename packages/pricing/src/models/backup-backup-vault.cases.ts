import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a vault with 100 GB of EBS and 50 GB of Aurora backups",
      usage: { monthly_ebs_snapshot_gb: 100, monthly_aurora_snapshot_gb: 50 },
      parts: [
        [100, "0.05"],
        [50, "0.023"],
      ],
    },
  ],
  terraform: { aws_backup_vault: () => ({}) },
} satisfies TypeCases;
