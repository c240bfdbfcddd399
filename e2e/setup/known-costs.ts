import { executeSql } from "../../prisma/testing/execute-sql";

const KNOWN_COSTS = `
  WITH cost AS (
    SELECT (now() AT TIME ZONE 'UTC')::date - n AS day, environment.id, "teamId", stage, service, usd
    FROM "Environment" environment, generate_series(1, 20) n,
      (VALUES ('VPC', 3.10), ('DynamoDB', 1.05)) part (service, usd)
    WHERE environment.id = $1
  ), daily AS (
    INSERT INTO "DailyCost" ("environmentId", day, service, component, usd, source)
    SELECT id, day, service, service, usd, 'METERED' FROM cost
  ), total AS (
    INSERT INTO "DailyTotal" AS known (day, "teamId", stage, service, usd)
    SELECT day, "teamId", stage, service, usd FROM cost
    ON CONFLICT (day, "teamId", stage, service) DO UPDATE SET usd = known.usd + excluded.usd
  )
  INSERT INTO "MonthlyTotal" AS known (month, "environmentId", service, usd)
  SELECT date_trunc('month', day::timestamp)::date, id, service, sum(usd) FROM cost GROUP BY 1, 2, 3
  ON CONFLICT (month, "environmentId", service) DO UPDATE SET usd = known.usd + excluded.usd`;

/**
 * Gives an environment the costs of the last 20 full days, as the meter would have written them: $3.10 a day
 * by VPC and $1.05 by DynamoDB. No journey can wait that long.
 */
export async function withKnownCosts(environmentId: string): Promise<void> {
  await executeSql(databaseUrl(), KNOWN_COSTS, [environmentId]);
}

/** Makes yesterday a day on which its NAT gateway cost $9.75, where $2.40 was expected at most. */
export async function withAnomaly(environmentId: string): Promise<void> {
  await executeSql(
    databaseUrl(),
    `INSERT INTO "CostAnomaly" ("environmentId", day, service, component, usd, "expectedUsd")
     VALUES ($1, (now() AT TIME ZONE 'UTC')::date - 1, 'VPC', 'NAT gateway', 9.75, 2.40)`,
    [environmentId],
  );
}

function databaseUrl(): string {
  const url = process.env.E2E_DATABASE_URL;
  if (!url) throw new Error("E2E_DATABASE_URL is not set: the stack was not started.");
  return url;
}
