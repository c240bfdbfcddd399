import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "an exportable certificate of two names and a wildcard, issued once",
      properties: {
        CertificateExport: "ENABLED",
        DomainName: "a.example.com",
        SubjectAlternativeNames: ["a.example.com", "b.example.com", "*.example.com"],
      },
      usage: { monthly_issuances: 1 },
      parts: [[2, 15], [149]],
    },
    {
      what: "a certificate that stays in AWS",
      properties: { DomainName: "a.example.com" },
      free: true,
    },
  ],
  variants: [
    { CertificateExport: "ENABLED", DomainName: "a.example.com", SubjectAlternativeNames: ["*.example.com"] },
  ],
} satisfies TypeCases;
