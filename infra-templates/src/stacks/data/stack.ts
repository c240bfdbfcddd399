import { Fn, type Stack } from "aws-cdk-lib";
import type { CfnGlobalTable } from "aws-cdk-lib/aws-dynamodb";
import * as iam from "aws-cdk-lib/aws-iam";
import { arnOf } from "../../constructs/arn";
import { addOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import type { DataSpec } from "./data-spec";
import { replicaRegions } from "./settings";
import { addTable } from "./table";
import { TABLES, type TableId } from "./tables";

/** A table's ARNs: at home, then of its copies. */
type Tables = Record<TableId, string[]>;

/** The six tables and the three roles that reach them. */
export function buildData(stack: Stack, { data }: DataSpec, context: BlueprintContext): void {
  const resources = TABLES.map((table) => addTable(stack, table, data, context));
  const tables = Object.fromEntries(
    resources.map((resource) => [resource.node.id, tableArns(stack, resource, replicaRegions(data))]),
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
  for (const resource of resources) {
    addOutput(stack, `${resource.node.id}Name`, resource.ref, `Name of ${resource.node.id}`);
    addOutput(stack, `${resource.node.id}Arn`, resource.attrArn, `ARN of ${resource.node.id}`);
  }
  for (const role of roles) {
    addOutput(stack, `${role.node.id}Name`, role.ref, `Name of ${role.node.id}`);
    addOutput(stack, `${role.node.id}Arn`, role.attrArn, `Role to assume: ${role.description}`);
  }
}

/** The roles work on the copies as they do at home. */
function tableArns(stack: Stack, table: CfnGlobalTable, copies: readonly string[]): string[] {
  return [
    table.attrArn,
    ...copies.map((region) => arnOf(stack, "dynamodb", Fn.join("", ["table/", table.ref]), region)),
  ];
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
const arns = (tables: Tables, ids: readonly TableId[]) => ids.flatMap((id) => tables[id]);
const indexArns = (tables: Tables, ids: readonly TableId[]) =>
  TABLES.filter((table) => table.hasIndex && ids.includes(table.logicalId)).flatMap((table) =>
    tables[table.logicalId].map((arn) => Fn.join("", [arn, "/index/GSI1"])),
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
