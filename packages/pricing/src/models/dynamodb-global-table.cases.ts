import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a global table at home only: 2M writes, 10M reads, 4 GB",
      properties: { BillingMode: "PAY_PER_REQUEST", Replicas: [{ Region: "ap-northeast-2" }] },
      usage: { monthly_write_request_units: 2e6, monthly_read_request_units: 1e7, storage_gb: 4 },
      parts: [
        [2, "0.68"],
        [10, "0.1355"],
        [4, "0.27075"],
      ],
    },
    {
      what: "a global table with Tokyo: storage and writes at each region's price, reads there",
      properties: {
        BillingMode: "PAY_PER_REQUEST",
        Replicas: [{ Region: "ap-northeast-2" }, { Region: "ap-northeast-1" }],
      },
      usage: {
        monthly_write_request_units: 2e6,
        "monthly_read_request_units.ap-northeast-1": 1e6,
        storage_gb: 4,
      },
      parts: [[4, "0.27075"], [4, "0.285"], ["0.1425"], [2, "0.68"], [2, "0.715"]],
    },
    {
      what: "a provisioned global table between the bounds of its own scaling",
      properties: {
        WriteProvisionedThroughputSettings: {
          WriteCapacityAutoScalingSettings: { MinCapacity: 5, MaxCapacity: 50 },
        },
        Replicas: [
          {
            Region: "ap-northeast-2",
            ReadProvisionedThroughputSettings: { ReadCapacityUnits: 20 },
          },
        ],
      },
      parts: [
        [5, "0.0007049", 730],
        [20, "0.00014098", 730],
      ],
      bounds: {
        high: [
          [50, "0.0007049", 730],
          [20, "0.00014098", 730],
        ],
      },
    },
  ],
  variants: [
    { BillingMode: "PAY_PER_REQUEST" },
    {
      BillingMode: "PAY_PER_REQUEST",
      Replicas: [
        { Region: "ap-northeast-2" },
        { Region: "us-east-1", PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
      ],
    },
    { Replicas: [{ Region: "ap-northeast-2" }, { Region: "us-east-1" }] },
  ],
} satisfies TypeCases;
