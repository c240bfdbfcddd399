import type { TypeCases } from "../../testing/cases";
import { defined, first } from "../../testing/terraform-attributes";

export default {
  figures: [
    {
      what: "a function of 512 MB, a million requests of 200 ms: 100,000 GB-seconds",
      properties: { MemorySize: 512 },
      usage: { monthly_requests: 1_000_000, request_duration_ms: 200 },
      parts: [["0.2"], [100_000, "0.0000166667"]],
    },
  ],
  variants: [{ Architectures: ["arm64"] }],
  terraform: {
    aws_lambda_function: ({ architectures, memory_size, ephemeral_storage }) =>
      defined({
        Architectures: architectures,
        MemorySize: memory_size,
        EphemeralStorage: first(ephemeral_storage) && { Size: first(ephemeral_storage)?.size },
      }),
  },
} satisfies TypeCases;
