import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "an archive in N. Virginia: 10 GB in, 100 GB kept",
      region: "us-east-1",
      usage: { monthly_archive_processing_gb: 10, archive_storage_gb: 100 },
      parts: [
        [10, "0.1"],
        [100, "0.023"],
      ],
    },
  ],
} satisfies TypeCases;
