import { createDatabase, type Database } from "@greenroom/prisma";
import { getCostDashboard } from "../../packages/costs/src/queries/get-cost-dashboard";
import type { Actor } from "../../packages/identity/src/schema";
import { makeDatabase, timesOf } from "./own-database";
import { type Finding, milliseconds, quantile } from "./statistics";

const ENVIRONMENTS = 10_000;
const DAYS = 365;
const TEAMS = 50;
const SERVICES = ["EC2", "EKS", "ElastiCache", "RDS", "DynamoDB", "VPC", "CloudWatch", "S3"];

/**
 * A year of costs of 10,000 environments; the dashboard of everybody's and of one team's, in this process.
 */
export async function measureCostDashboard({ ownerUrl }: { ownerUrl: string }): Promise<Finding[]> {
  const url = await makeDatabase(ownerUrl, "bench_costs");
  const db = createDatabase(url, undefined, 120_000);
  try {
    await fill(db);
    const now = new Date();
    const deps = { db, now: () => now, krw: null };
    const person = { userId: "bench", name: "Bench", email: "bench@example.com" };
    const everybody: Actor = { ...person, memberships: [{ teamId: "team-1", role: "PLATFORM_ENGINEER" }] };
    const oneTeam: Actor = { ...person, memberships: [{ teamId: "team-1", role: "VIEWER" }] };
    const control = await timesOf(() => db.$queryRaw`SELECT 1`);
    const row = async (what: string, actor: Actor): Promise<Finding> => {
      const times = await timesOf(() => getCostDashboard(deps, actor, {}));
      const p95 = quantile(times, 0.95);
      return {
        what: `cost dashboard of ${what}, ${ENVIRONMENTS.toLocaleString("en")} environments x ${DAYS} days, p95`,
        measured: `${milliseconds(p95)} (p50 ${milliseconds(quantile(times, 0.5))})`,
        control: `SELECT 1 ${milliseconds(quantile(control, 0.95))}`,
        result: `${(p95 / quantile(control, 0.95)).toFixed(1)}x`,
        goal: "≤ 150 ms",
        isMet: p95 <= 150,
      };
    };
    return [await row("everybody", everybody), await row("one team", oneTeam)];
  } finally {
    await db.$disconnect();
  }
}

/**
 * Every environment has a cost by every service in every month; every team by every service and stage on
 * every day.
 */
async function fill(db: Database): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Team" (id, slug, name, "costCentre")
    SELECT 'team-' || n, 'team-' || n, 'Team ' || n, 'bench' FROM generate_series(1, ${TEAMS}::int) n`;
  await db.$executeRaw`
    INSERT INTO "CloudAccount" (id, "accountId", name, regions) VALUES ('account', '999900001111', 'bench', '{us-east-1}')`;
  await db.$executeRaw`
    INSERT INTO "Environment" (id, name, status, "teamId", "ownerId", "cloudAccountId", region, stage, blueprint,
      "blueprintVersion", spec, cidrs, "monthlyCostUsd")
    SELECT gen_random_uuid()::text, 'bench-' || n,
      CASE WHEN n % 5 = 0 THEN 'DESTROYED' ELSE 'READY' END::"EnvironmentStatus",
      'team-' || (n % ${TEAMS}::int + 1), 'owner', 'account', 'us-east-1', (ARRAY['dev', 'staging', 'prod'])[n % 3 + 1],
      'ticketing', '1', '{}', '{}', 100 + n % 900 FROM generate_series(1, ${ENVIRONMENTS}::int) n`;
  await db.$executeRaw`
    INSERT INTO "MonthlyTotal" (month, "environmentId", service, usd)
    SELECT month, id, service, (random() * 1000)::numeric(24, 10) FROM "Environment",
      generate_series(date_trunc('month', now() - make_interval(days => ${DAYS}::int)), now(), '1 month') month,
      unnest(${SERVICES}::text[]) service`;
  await db.$executeRaw`
    INSERT INTO "DailyTotal" (day, "teamId", stage, service, usd)
    SELECT current_date - n, team.id, stage, service, (random() * 5000)::numeric(24, 10)
    FROM generate_series(0, ${DAYS}::int - 1) n, "Team" team, unnest(ARRAY['dev', 'staging', 'prod']) stage,
      unnest(${SERVICES}::text[]) service`;
  await db.$executeRaw`
    INSERT INTO "CostMeter" ("environmentId", "meteredUntil", "firstDay")
    SELECT id, date_trunc('hour', now() AT TIME ZONE 'UTC'), current_date - ${DAYS}::int FROM "Environment"`;
  for (const table of ["Environment", "MonthlyTotal", "DailyTotal", "CostMeter"])
    await db.$executeRawUnsafe(`VACUUM ANALYZE "${table}"`);
}
