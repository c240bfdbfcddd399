import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a secret and a copy of it in Tokyo",
      properties: { ReplicaRegions: [{ Region: "ap-northeast-1" }] },
      parts: [[2, "0.4"]],
    },
  ],
  variants: [{ ReplicaRegions: [{ Region: "us-east-1" }] }],
  terraform: { aws_secretsmanager_secret: () => ({}) },
} satisfies TypeCases;
