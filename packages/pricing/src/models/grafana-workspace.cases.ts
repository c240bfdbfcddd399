import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "Grafana with two editors and three viewers (Infracost: grafana_workspace.with_usage)",
      usage: { editors_administrator_licenses: 2, viewer_licenses: 3 },
      parts: [
        [2, 9],
        [3, 5],
      ],
    },
  ],
  terraform: { aws_grafana_workspace: () => ({}) },
} satisfies TypeCases;
