import type { TypeCases } from "../../testing/cases";
import { defined } from "../../testing/terraform-attributes";

export default {
  figures: [
    {
      what: "Kubernetes 1.33 in Seoul after 2026-07-29: (0.10 + 0.50) × 730 = 438",
      properties: { Version: "1.33" },
      parts: [["0.6", 730]],
    },
    {
      what: "Kubernetes 1.34 until 2026-12-02: 0.10 × 730 = 73",
      properties: { Version: "1.34" },
      parts: [["0.1", 730]],
    },
    {
      what: "a cluster that upgrades by itself pays no surcharge",
      properties: { Version: "1.33", UpgradePolicy: { SupportType: "STANDARD" } },
      parts: [["0.1", 730]],
    },
    {
      what: "ten spot nodes of Karpenter: the average price and 20 GB each, at most the on-demand price",
      properties: { Version: "1.34" },
      usage: { "karpenter_spot_nodes.t3.medium": 10 },
      parts: [
        ["0.1", 730],
        [10, "0.01664", 730],
        [10, 20, "0.0912"],
      ],
      bounds: {
        high: [
          ["0.1", 730],
          [10, "0.052", 730],
          [10, 20, "0.0912"],
        ],
      },
    },
  ],
  variants: [{ Version: "1.33", ComputeConfig: { Enabled: true } }],
  terraform: { aws_eks_cluster: ({ version }) => defined({ Version: version }) },
  infracost: {
    differs: [
      [
        /^aws_eks_cluster\.extended_support/,
        /^EKS cluster/,
        "The control plane (0.10) and the surcharge (0.50) are two SKUs and two lines of the bill; their sum is Infracost's 438.",
      ],
    ],
  },
} satisfies TypeCases;
