import { COSTS_AS_APPROVED } from "@greenroom/environments/lifecycle";
import type { Database, Transaction } from "@greenroom/prisma";
import { Decimal } from "../ranges";

/**
 * What environments, and all living ones of teams, are expected to cost a month, by the id of either. What is being built or changed,
 * or failed to be, counts as the dearer of what it was and what was approved: it may come to that without anybody being asked again.
 * What is being destroyed counts until it is gone.
 *
 * @param environmentIds looked for in these teams only
 */
export async function readExpectedMonths(
  db: Database | Transaction,
  teamIds: readonly string[],
  environmentIds: readonly string[],
): Promise<Map<string, Decimal>> {
  const rows = await db.$queryRaw<{ id: string; usd: string }[]>`
    WITH living AS (
      SELECT "id", "teamId", CASE WHEN "status"::text = ANY(${COSTS_AS_APPROVED})
        THEN GREATEST("monthlyCostUsd", "approvedMonthlyUsd") ELSE "monthlyCostUsd" END AS usd
      FROM "Environment" WHERE "status" <> 'DESTROYED' AND "teamId" = ANY(${[...teamIds]}::text[])
    )
    SELECT "teamId" AS id, COALESCE(SUM(usd), 0)::text AS usd FROM living GROUP BY "teamId"
    UNION ALL
    SELECT "id", COALESCE(usd, 0)::text FROM living WHERE "id" = ANY(${[...environmentIds]}::text[])`;
  return new Map(rows.map(({ id, usd }) => [id, new Decimal(usd)]));
}
