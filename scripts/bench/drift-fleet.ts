import { createDatabase, type Database } from "@greenroom/prisma";
import { getFleetSummary, listFleet } from "../../packages/drift/src/queries/read-fleet";
import type { Actor } from "../../packages/identity/src/schema";
import { makeDatabase, timesOf } from "./own-database";
import { type Finding, milliseconds, quantile } from "./statistics";

const ENVIRONMENTS = 10_000;
const TEAMS = 50;
const CHECKS = 30;

/**
 * 10,000 environments, each checked 30 times and every fifth drifted; the fleet's page as everybody and one
 * team read it.
 */
export async function measureDriftFleet({ ownerUrl }: { ownerUrl: string }): Promise<Finding[]> {
  const db = createDatabase(await makeDatabase(ownerUrl, "bench_drift"), undefined, 120_000);
  try {
    await fill(db);
    const now = new Date();
    const deps = { db, now: () => now };
    const person = { userId: "bench", name: "Bench", email: "bench@example.com" };
    const everybody: Actor = { ...person, memberships: [{ teamId: "team-1", role: "PLATFORM_ENGINEER" }] };
    const oneTeam: Actor = { ...person, memberships: [{ teamId: "team-1", role: "VIEWER" }] };
    const control = quantile(await timesOf(() => db.$queryRaw`SELECT 1`), 0.95);
    const row = async (what: string, call: () => Promise<unknown>): Promise<Finding> => {
      const times = await timesOf(call);
      const p95 = quantile(times, 0.95);
      return {
        what: `${what} of ${ENVIRONMENTS.toLocaleString("en")} environments, p95`,
        measured: `${milliseconds(p95)} (p50 ${milliseconds(quantile(times, 0.5))})`,
        control: `SELECT 1 ${milliseconds(control)}`,
        result: `${(p95 / control).toFixed(1)}x`,
        goal: "≤ 150 ms",
        isMet: p95 <= 150,
      };
    };
    const page = { isMine: false, limit: 50 };
    return [
      await row("drift of the fleet, summed up for everybody,", () => getFleetSummary(deps, everybody, {})),
      await row("drift of the fleet, listed for everybody,", () => listFleet(deps, everybody, page)),
      await row("drift of the fleet, summed up for one team,", () => getFleetSummary(deps, oneTeam, {})),
    ];
  } finally {
    await db.$disconnect();
  }
}

async function fill(db: Database): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Team" (id, slug, name, "costCentre")
    SELECT 'team-' || n, 'team-' || n, 'Team ' || n, 'bench' FROM generate_series(1, ${TEAMS}::int) n`;
  await db.$executeRaw`
    INSERT INTO "CloudAccount" (id, "accountId", name, regions) VALUES ('account', '999900001111', 'bench', '{us-east-1}')`;
  await db.$executeRaw`
    INSERT INTO "Environment" (id, name, status, "teamId", "ownerId", "cloudAccountId", region, stage, blueprint,
      "blueprintVersion", spec, cidrs)
    SELECT gen_random_uuid()::text, 'bench-' || n, 'READY', 'team-' || (n % ${TEAMS}::int + 1), 'owner', 'account',
      'us-east-1', (ARRAY['dev', 'staging', 'prod'])[n % 3 + 1], 'ticketing', '1', '{}', '{}'
    FROM generate_series(1, ${ENVIRONMENTS}::int) n`;
  await db.$executeRaw`
    INSERT INTO "DriftCheck" (id, "environmentId", "environmentVersion", status, "askedAt", "wakeAt", "finishedAt",
      "checkedCount", "notChecked")
    SELECT gen_random_uuid()::text, id, 1, 'DONE', at, at, at, 90,
      (SELECT jsonb_agg(jsonb_build_object('stackKey', 'events', 'logicalId', 'R' || n, 'resourceType', 'AWS::ECR::Repository'))
       FROM generate_series(1, 20) n)
    FROM "Environment", generate_series(now() - make_interval(hours => ${CHECKS}::int - 1), now(), '1 hour') at`;
  await db.$executeRaw`
    INSERT INTO "DriftFinding" (id, "environmentId", "stackKey", "logicalId", "resourceType", path, "driftClass",
      "firstSeenAt", "lastSeenAt", "resolvedAt")
    SELECT gen_random_uuid()::text, id, 'events', 'R' || n, 'AWS::SQS::Queue', 'P' || n, 'UNKNOWN',
      now() - make_interval(hours => n), now(), CASE WHEN n > 4 THEN now() END
    FROM "Environment", generate_series(1, 10) n WHERE name LIKE '%5' OR name LIKE '%0'`;
  for (const table of ["Environment", "DriftCheck", "DriftFinding"])
    await db.$executeRawUnsafe(`VACUUM ANALYZE "${table}"`);
}
