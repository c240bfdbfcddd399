import { COSTS_AS_APPROVED } from "@greenroom/environments/lifecycle";
import { Decimal } from "@greenroom/pricing";
import type { Database, Transaction } from "@greenroom/prisma";

export interface ExpectedMonth {
  usd: Decimal;
  /**
   * How many environments of it have something without a known price: with one of them the figure is a least.
   */
  leastCount: number;
}
export const NO_MONTH: ExpectedMonth = { usd: new Decimal(0), leastCount: 0 };

/**
 * What environments, and all living ones of teams, are expected to cost a month, by the id of either. What is
 * being built or changed, or failed to be, counts as the dearer of what it was and what was approved: it may
 * come to that without anybody being asked again. What is being destroyed counts until it is gone.
 *
 * @param environmentIds looked for in these teams only
 */
export async function readExpectedMonths(
  db: Database | Transaction,
  teamIds: readonly string[],
  environmentIds: readonly string[],
): Promise<Map<string, ExpectedMonth>> {
  const rows = await db.$queryRaw<{ id: string; usd: string; leastCount: number }[]>`
    WITH living AS (
      SELECT "id", "teamId", "isCostAtLeast", CASE WHEN "status"::text = ANY(${COSTS_AS_APPROVED})
        THEN GREATEST("monthlyCostUsd", "approvedMonthlyUsd") ELSE "monthlyCostUsd" END AS usd
      FROM "Environment" WHERE "status" <> 'DESTROYED' AND "teamId" = ANY(${[...teamIds]}::text[])
    )
    SELECT "teamId" AS id, COALESCE(SUM(usd), 0)::text AS usd, count(*) FILTER (WHERE "isCostAtLeast")::int AS "leastCount"
    FROM living GROUP BY "teamId"
    UNION ALL
    SELECT "id", COALESCE(usd, 0)::text, "isCostAtLeast"::int FROM living WHERE "id" = ANY(${[...environmentIds]}::text[])`;
  return new Map(rows.map(({ id, usd, leastCount }) => [id, { usd: new Decimal(usd), leastCount }]));
}
