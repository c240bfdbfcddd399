import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a document database's backups, which no source has priced in Seoul",
      usage: { backup_storage_gb: 50 },
      unpriced: { "Backup storage": 50 },
    },
    {
      what: "a document database's backups in Virginia (Infracost: docdb_cluster.my_docdb_usage)",
      region: "us-east-1",
      usage: { backup_storage_gb: 10_000 },
      parts: [[210]],
    },
  ],
  variants: [
    { StorageType: "io1" },
    { StorageType: "standard" },
    { StorageType: "aurora-iopt1" },
    { StorageType: "gp3" },
  ],
} satisfies TypeCases;
