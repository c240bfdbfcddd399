import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "five GB of images",
      usage: { storage_gb: 5 },
      parts: [[5, "0.1"]],
    },
  ],
  terraform: { aws_ecr_repository: () => ({}) },
} satisfies TypeCases;
