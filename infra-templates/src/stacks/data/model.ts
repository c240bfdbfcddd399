import { message } from "@greenroom/messages";
import type { CheckContext } from "../../model/blueprint";
import type { StackModel } from "../../model/stack-model";
import type { SpecIssue } from "../../spec/spec-issue";
import type { DataSpec } from "./data-spec";
import { dataSection } from "./form";
import { DATA_SIZES, type DataSettings, dataSettings, REPLICA_REGIONS, replicaRegions } from "./settings";
import { TABLES, type TableDefinition } from "./tables";
import { dataUsage } from "./usage";

export const dataModel = {
  key: "data",
  settings: { key: "data", schema: dataSettings, sizes: DATA_SIZES, section: dataSection },
  title: { en: "Data", ko: "데이터" },
  summary: {
    en: "Six DynamoDB tables and the three roles that reach them",
    ko: "DynamoDB 테이블 6개와 접근 역할 3개",
  },
  dependsOn: [],
  outline: ({ data }, { region }) =>
    Object.fromEntries(TABLES.map((table) => [table.logicalId, tableOutline(table, data, region)])),
  usage: dataUsage,
  issues: ({ data }, context) => replicaIssues(data, context),
  changeIssues: (before, after) => replicaSteps(before.data, after.data),
  dashboard: () => "application",
} as const satisfies StackModel<DataSpec>;

function tableOutline(table: TableDefinition, data: DataSettings, home: string) {
  const isProvisioned = data.billing === "provisioned";
  const WriteProvisionedThroughputSettings = {
    WriteCapacityAutoScalingSettings: { MinCapacity: data.minWriteUnits, MaxCapacity: data.maxWriteUnits },
  };
  const ReadProvisionedThroughputSettings = {
    ReadCapacityAutoScalingSettings: { MinCapacity: data.minReadUnits, MaxCapacity: data.maxReadUnits },
  };
  const index = (capacity: object) =>
    table.hasIndex && isProvisioned && { GlobalSecondaryIndexes: [{ IndexName: "GSI1", ...capacity }] };
  return {
    Type: "AWS::DynamoDB::GlobalTable",
    Properties: {
      BillingMode: isProvisioned ? "PROVISIONED" : "PAY_PER_REQUEST",
      ...(isProvisioned && { WriteProvisionedThroughputSettings }),
      ...index({ WriteProvisionedThroughputSettings }),
      Replicas: [home, ...replicaRegions(data)].map((Region) => ({
        Region,
        TableClass: "STANDARD",
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: data.pointInTimeRecovery },
        ...(isProvisioned && { ReadProvisionedThroughputSettings }),
        ...index({ ReadProvisionedThroughputSettings }),
      })),
    },
  };
}

function replicaIssues(data: DataSettings, { region: home }: CheckContext): SpecIssue[] {
  return replicaRegions(data)
    .filter((region) => region === home)
    .map((region) => ({
      path: `data.${REPLICA_REGIONS[region]}`,
      message: message("spec.data.replicaAtHome", { value: region }),
    }));
}

/**
 * CloudFormation adds or removes a single replica of a global table in each update
 * (AWS::DynamoDB::GlobalTable, Replicas).
 */
function replicaSteps(before: DataSettings, after: DataSettings): SpecIssue[] {
  const [had, has] = [replicaRegions(before), replicaRegions(after)];
  const changed = [...had, ...has].filter((region) => had.includes(region) !== has.includes(region));
  return changed.slice(1).map((region) => ({
    path: `data.${REPLICA_REGIONS[region]}`,
    message: message("spec.data.oneReplicaAtATime", { value: region, first: changed[0] ?? null }),
  }));
}
