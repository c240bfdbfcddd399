import type { Database, Transaction } from "@greenroom/prisma";
import type { RequestRecord } from "./request-access";

/** What the environment will cost a month by the request's plan, in dollars; null where nothing was estimated. */
export async function findPlannedMonthlyUsd(
  db: Database | Transaction,
  { kind, planRunId }: Pick<RequestRecord, "kind" | "planRunId">,
): Promise<string | null> {
  if (kind === "DESTROY") return "0";
  const [plan] = await db.$queryRaw<{ usd: string | null }[]>`
    SELECT "estimate" #>> '{monthlyUsd,expected}' AS usd FROM "Plan" WHERE "runId" = ${planRunId}`;
  return plan?.usd ?? null;
}
