import type { TypeCases } from "../../testing/cases";
import { first } from "../../testing/terraform-attributes";

export default {
  figures: [
    {
      what: "a table of 10 WCU and 20 RCU whose writes scale from 5 to 50",
      properties: { ProvisionedThroughput: { WriteCapacityUnits: 10, ReadCapacityUnits: 20 } },
      beside: {
        Writes: {
          Type: "AWS::ApplicationAutoScaling::ScalableTarget",
          Properties: {
            ResourceId: { "Fn::Sub": "table/${R}" },
            ScalableDimension: "dynamodb:table:WriteCapacityUnits",
            MinCapacity: 5,
            MaxCapacity: 50,
          },
        },
      },
      parts: [
        [5, "0.0007049", 730],
        [20, "0.00014098", 730],
      ],
      bounds: {
        low: [
          [5, "0.0007049", 730],
          [20, "0.00014098", 730],
        ],
        high: [
          [50, "0.0007049", 730],
          [20, "0.00014098", 730],
        ],
      },
    },
    {
      what: "a table whose writes are at 12 units, as usage of the scaling target says",
      properties: { ProvisionedThroughput: { WriteCapacityUnits: 10, ReadCapacityUnits: 0 } },
      beside: {
        Writes: {
          Type: "AWS::ApplicationAutoScaling::ScalableTarget",
          Properties: {
            ResourceId: { "Fn::Sub": "table/${R}" },
            ScalableDimension: "dynamodb:table:WriteCapacityUnits",
            MinCapacity: 5,
            MaxCapacity: 50,
          },
        },
      },
      usageBeside: { Writes: { capacity: 12 } },
      parts: [[12, "0.0007049", 730]],
      bounds: { low: [[12, "0.0007049", 730]], high: [[12, "0.0007049", 730]] },
    },
    {
      what: "a table with a name is found by it: declared below the minimum, it is brought to it",
      properties: {
        TableName: "tickets",
        ProvisionedThroughput: { WriteCapacityUnits: 1, ReadCapacityUnits: 0 },
      },
      beside: {
        Writes: {
          Type: "AWS::ApplicationAutoScaling::ScalableTarget",
          Properties: {
            ResourceId: "table/tickets",
            ScalableDimension: "dynamodb:table:WriteCapacityUnits",
            MinCapacity: 5,
            MaxCapacity: 50,
          },
        },
      },
      parts: [[5, "0.0007049", 730]],
    },
  ],
  variants: [
    {
      BillingMode: "PAY_PER_REQUEST",
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    },
    { BillingMode: "PAY_PER_REQUEST", TableClass: "STANDARD_INFREQUENT_ACCESS" },
    { TableClass: "STANDARD_INFREQUENT_ACCESS" },
    { BillingMode: "PAY_PER_REQUEST" },
  ],
  notSourced: ["AmazonDynamoDB: IA table provisioned RCU", "AmazonDynamoDB: IA table provisioned WCU"],
  terraform: {
    aws_dynamodb_table: ({ billing_mode, read_capacity, write_capacity, point_in_time_recovery }) => ({
      BillingMode: billing_mode,
      ProvisionedThroughput: { ReadCapacityUnits: read_capacity, WriteCapacityUnits: write_capacity },
      PointInTimeRecoverySpecification: {
        PointInTimeRecoveryEnabled: first(point_in_time_recovery)?.enabled ?? false,
      },
    }),
  },
  infracost: {
    differs: [
      [
        /^aws_dynamodb_table\.my_dynamodb_table$/,
        /^Global table/,
        "CloudFormation has replicas on GlobalTable only, where writes are replicated writes and no WCU is charged beside.",
      ],
    ],
    beside: {
      "aws_dynamodb_table.autoscale_dynamodb_table_usage": {
        Writes: target("dynamodb:table:WriteCapacityUnits", 1, 100),
        Reads: target("dynamodb:table:ReadCapacityUnits", 1, 100),
      },
      "aws_dynamodb_table.autoscale_dynamodb_table_literal_ref": {
        Reads: target("dynamodb:table:ReadCapacityUnits", 56, 112),
      },
    },
    usageBeside: {
      "aws_dynamodb_table.autoscale_dynamodb_table_usage": {
        Writes: { capacity: 77 },
        Reads: { capacity: 76 },
      },
    },
  },
} satisfies TypeCases;

/** A scaling target of the case's resource. */
function target(ScalableDimension: string, MinCapacity: number, MaxCapacity: number) {
  return {
    Type: "AWS::ApplicationAutoScaling::ScalableTarget",
    Properties: { ResourceId: { Ref: "R" }, ScalableDimension, MinCapacity, MaxCapacity },
  };
}
