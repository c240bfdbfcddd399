import type { TypeCases } from "../../testing/cases";
import { defined } from "../../testing/terraform-attributes";

export default {
  figures: [
    {
      what: "a key with 100,000 requests",
      usage: { monthly_requests: 100_000 },
      parts: [[1], [10, "0.03"]],
    },
  ],
  variants: [{ KeySpec: "RSA_2048" }, { KeySpec: "ECC_NIST_P256" }],
  terraform: {
    aws_kms_key: ({ customer_master_key_spec }) => defined({ KeySpec: customer_master_key_spec }),
  },
} satisfies TypeCases;
