import { Fn, type Stack } from "aws-cdk-lib";
import * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import * as iam from "aws-cdk-lib/aws-iam";
import { acceptFinding } from "../../accept-finding";
import type { BlueprintContext } from "../../blueprint";
import { addOutput, keepData } from "../../create-stack";
import type { StackBuilder } from "../../stack-builder";
import { type DataSpec, dataModel } from "./model";
import { TABLES, type TableDefinition, type TableId, tableName } from "./tables";

type Tables = Record<TableId, dynamodb.CfnTable>;

/** The six tables and the three roles that reach them. */
export const dataStack: StackBuilder<DataSpec> = { model: dataModel, build: buildData };

function buildData(stack: Stack, spec: DataSpec, context: BlueprintContext): void {
  const tables = Object.fromEntries(
    TABLES.map((table) => [table.logicalId, addTable(stack, table, spec, context)]),
  ) as Tables;
  const roles = [
    addRole(
      stack,
      context,
      "AppRole",
      "Ticketing services: read and write every table",
      appStatements(tables),
    ),
    addRole(stack, context, "ReadOnlyRole", "Support and reports: read every table", readStatements(tables)),
    addRole(stack, context, "ApiRole", "Public API: read tickets, take reservations", apiStatements(tables)),
  ];
  for (const { logicalId } of TABLES) {
    addOutput(stack, `${logicalId}Name`, tables[logicalId].ref, `Name of ${logicalId}`);
  }
  for (const role of roles) {
    addOutput(stack, `${role.node.id}Arn`, role.attrArn, `Role to assume: ${role.description}`);
  }
}

const key = (attributeName: string, keyType: "HASH" | "RANGE") => ({ attributeName, keyType });

function addTable(
  stack: Stack,
  table: TableDefinition,
  { data }: DataSpec,
  { environmentName, stage }: BlueprintContext,
): dynamodb.CfnTable {
  const attributes = [
    "PK",
    ...(table.hasSortKey ? ["SK"] : []),
    ...(table.hasIndex ? ["GSI1PK", "GSI1SK"] : []),
  ];
  const resource = new dynamodb.CfnTable(stack, table.logicalId, {
    tableName: tableName(environmentName, table),
    billingMode: "PAY_PER_REQUEST",
    tableClass: "STANDARD",
    attributeDefinitions: attributes.map((attributeName) => ({ attributeName, attributeType: "S" })),
    keySchema: [key("PK", "HASH"), ...(table.hasSortKey ? [key("SK", "RANGE")] : [])],
    globalSecondaryIndexes: table.hasIndex
      ? [
          {
            indexName: "GSI1",
            keySchema: [key("GSI1PK", "HASH"), key("GSI1SK", "RANGE")],
            projection: { projectionType: "ALL" },
          },
        ]
      : undefined,
    timeToLiveSpecification: table.ttlAttribute
      ? { attributeName: table.ttlAttribute, enabled: true }
      : undefined,
    pointInTimeRecoverySpecification: data.pointInTimeRecovery
      ? { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: data.recoveryDays }
      : { pointInTimeRecoveryEnabled: false },
    sseSpecification: { sseEnabled: true, sseType: "KMS" },
    deletionProtectionEnabled: data.deletionProtection,
  });
  // A protected table cannot be deleted, so that a stack that tried would end in DELETE_FAILED.
  keepData(resource, stage === "prod" || data.deletionProtection);
  if (!data.pointInTimeRecovery) {
    acceptFinding(resource, "AwsSolutions-DDB3", {
      en: "The requester switched point-in-time recovery off: a lost table of this environment is built anew, not restored.",
      ko: "요청자가 특정 시점 복구를 껐습니다. 이 환경의 테이블을 잃으면 복원하지 않고 새로 만듭니다.",
    });
  }
  return resource;
}

interface Statement {
  Effect: "Allow";
  Action: string[];
  Resource: string[];
}

const allow = (actions: string[], resources: string[]): Statement => ({
  Effect: "Allow",
  Action: actions.map((action) => `dynamodb:${action}`),
  Resource: resources,
});
const arns = (tables: Tables, ids: readonly TableId[]) => ids.map((id) => tables[id].attrArn);
const indexArns = (tables: Tables, ids: readonly TableId[]) =>
  TABLES.filter((table) => table.hasIndex && ids.includes(table.logicalId)).map((table) =>
    Fn.join("", [tables[table.logicalId].attrArn, "/index/GSI1"]),
  );
const ALL = TABLES.map((table) => table.logicalId);

function appStatements(tables: Tables): Statement[] {
  return [
    allow(
      [
        "BatchGetItem",
        "BatchWriteItem",
        "ConditionCheckItem",
        "DeleteItem",
        "DescribeTable",
        "GetItem",
        "PutItem",
        "Query",
        "UpdateItem",
      ],
      arns(tables, ALL),
    ),
    allow(["Query"], indexArns(tables, ALL)),
  ];
}

function readStatements(tables: Tables): Statement[] {
  return [
    allow(["BatchGetItem", "DescribeTable", "GetItem", "Query", "Scan"], arns(tables, ALL)),
    allow(["Query", "Scan"], indexArns(tables, ALL)),
  ];
}

/** The API never touches the event store, and only adds to the outbox. */
function apiStatements(tables: Tables): Statement[] {
  const readable = ["TicketsTable", "ReservationsTable", "OrdersTable"] as const;
  return [
    allow(["BatchGetItem", "GetItem", "Query"], arns(tables, readable)),
    allow(["Query"], indexArns(tables, readable)),
    allow(["ConditionCheckItem", "UpdateItem"], arns(tables, ["TicketsTable"])),
    allow(["PutItem", "UpdateItem"], arns(tables, ["ReservationsTable"])),
    allow(["GetItem", "PutItem"], arns(tables, ["IdempotencyTable"])),
    allow(["PutItem"], arns(tables, ["OutboxTable"])),
  ];
}

/** Bound to service accounts by EKS Pod Identity, within this account only. */
function addRole(
  stack: Stack,
  { accountId }: BlueprintContext,
  id: string,
  description: string,
  statements: Statement[],
): iam.CfnRole {
  return new iam.CfnRole(stack, id, {
    description,
    assumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "pods.eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
      ],
    },
    policies: [{ policyName: "tables", policyDocument: { Version: "2012-10-17", Statement: statements } }],
  });
}
