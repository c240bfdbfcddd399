import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "pods on Fargate: one vCPU and one GB for a month",
      parts: [
        ["0.00511", 730],
        ["0.04656", 730],
      ],
    },
  ],
  terraform: { aws_eks_fargate_profile: () => ({}) },
} satisfies TypeCases;
