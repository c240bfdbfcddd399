import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a private authority in Virginia that issues 20,001 certificates (Infracost: private_ca_more_tiered)",
      region: "us-east-1",
      usage: { monthly_requests: 20_001 },
      parts: [[400], [750], [3150], [10_001, "0.001"]],
    },
    {
      what: "a private authority that issues 1,500 certificates, which no source has priced in Seoul",
      usage: { monthly_requests: 1500 },
      unpriced: {
        "Private certificate authority": 1,
        "Certificates (first 1K)": 1000,
        "Certificates (next 9K)": 500,
      },
    },
  ],
  variants: [{ UsageMode: "SHORT_LIVED_CERTIFICATE" }],
} satisfies TypeCases;
