import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "one execution of 512 MB kept ready for 100 hours",
      properties: {
        FunctionName: { Ref: "Function" },
        ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 1 },
      },
      beside: { Function: { Type: "AWS::Lambda::Function", Properties: { MemorySize: 512 } } },
      usage: { monthly_duration_hrs: 100 },
      parts: [["0.5", 3600, 100, "0.0000051254"]],
    },
    {
      what: "50 executions of an outside function for 100 hours: 9,000,000 GB-seconds, and 10 million requests of 350 ms",
      properties: {
        FunctionName: "elsewhere",
        ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 50 },
      },
      usage: {
        monthly_duration_hrs: 100,
        monthly_requests: 10_000_000,
        request_duration_ms: 350,
        memory_mb: 512,
        "architecture.arm64": 1,
      },
      parts: [
        [10, "0.2"],
        [9_000_000, "0.0000041003"],
        [1_750_000, "0.0000095674"],
      ],
    },
  ],
  variants: [
    {
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 4 },
      FunctionName: { Ref: "Function" },
    },
  ],
  beside: {
    Function: { Type: "AWS::Lambda::Function", Properties: { MemorySize: 512, Architectures: ["arm64"] } },
  },
} satisfies TypeCases;
