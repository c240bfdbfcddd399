import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "two records that are declared together: 3M queries",
      properties: {
        RecordSets: [
          { Type: "A", AliasTarget: {} },
          { Type: "TXT", TTL: "300" },
        ],
      },
      usage: { monthly_standard_queries: 3e6 },
      parts: [[3, "0.4"]],
    },
    {
      what: "aliases that are declared together are free",
      properties: { RecordSets: [{ Type: "A", AliasTarget: {} }] },
      free: true,
    },
  ],
} satisfies TypeCases;
