import { estimateSchema, leftOutOf } from "@greenroom/pricing/schema";
import { type Database, Prisma, type Transaction } from "@greenroom/prisma";
import type { RequestRecord } from "./request-access";

export interface PlannedCost {
  /**
   * What the environment will cost a month by the request's plan, in dollars; null where nothing was
   * estimated.
   */
  monthlyUsd: string | null;
  /** Something of it has no known price, so that it costs that or more. */
  isAtLeast: boolean;
}

/** Whether the estimate of a plan leaves something out, without reading all of it. */
export const leavesOut = (estimate: Prisma.Sql): Prisma.Sql => Prisma.sql`
  COALESCE((${estimate} ->> 'unpricedComponentCount')::int > 0 OR jsonb_array_length(${estimate} -> 'notModelled') > 0, false)`;

/** What a request's plan says of the months to come; nothing after a destruction. */
export async function findPlannedCost(
  db: Database | Transaction,
  { kind, planRunId }: Pick<RequestRecord, "kind" | "planRunId">,
): Promise<PlannedCost> {
  if (kind === "DESTROY") return { monthlyUsd: "0", isAtLeast: false };
  const [plan] = await db.$queryRaw<PlannedCost[]>`
    SELECT "estimate" #>> '{monthlyUsd,expected}' AS "monthlyUsd", ${leavesOut(Prisma.sql`"estimate"`)} AS "isAtLeast"
    FROM "Plan" WHERE "runId" = ${planRunId}`;
  return plan ?? { monthlyUsd: null, isAtLeast: false };
}

/** What the plan's price leaves out, part by part. */
export async function findLeftOut(
  db: Database | Transaction,
  { kind, planRunId }: Pick<RequestRecord, "kind" | "planRunId">,
) {
  if (kind === "DESTROY" || planRunId === null) return [];
  const plan = await db.plan.findUnique({ where: { runId: planRunId }, select: { estimate: true } });
  return plan ? leftOutOf(estimateSchema.parse(plan.estimate)) : [];
}
