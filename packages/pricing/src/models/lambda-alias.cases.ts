import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "two executions of 1,024 MB kept ready all month",
      properties: {
        FunctionName: { Ref: "Function" },
        ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 },
      },
      beside: { Function: { Type: "AWS::Lambda::Function", Properties: { MemorySize: 1024 } } },
      parts: [[2, 3600, 730, "0.0000051254"]],
    },
    { what: "an alias without concurrency is free", free: true },
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
