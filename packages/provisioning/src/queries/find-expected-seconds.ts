import type { Database } from "@greenroom/prisma";
import type { RunKind } from "../lifecycle";

/**
 * Enough that one slow run does not move the median, few enough that last month's blueprint does not either.
 */
const EXPECTATION_SAMPLE = 20;

/**
 * Median seconds of the newest runs like this one that succeeded: of its kind and blueprint, with the same
 * steps over the same stacks, since three stacks say nothing of nine. Null without such history.
 */
export async function findExpectedSeconds(
  db: Database,
  run: { id: string; kind: RunKind; requestId: string },
): Promise<number | null> {
  const [row] = await db.$queryRaw<{ median: number | null }[]>`
    WITH shape AS (
      SELECT array_agg(ROW("kind", "stackKey") ORDER BY "position")::text AS steps FROM "RunStep" WHERE "runId" = ${run.id})
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median FROM (
      SELECT extract(epoch FROM past."finishedAt" - past."startedAt")::float8 AS seconds
      FROM "Run" past JOIN "Request" asked ON asked."id" = past."requestId"
      WHERE past."kind" = ${run.kind}::"RunKind" AND past."status" = 'SUCCEEDED' AND past."startedAt" IS NOT NULL
        AND asked."blueprint" = (SELECT "blueprint" FROM "Request" WHERE "id" = ${run.requestId})
        AND (SELECT steps FROM shape) = (
          SELECT array_agg(ROW(step."kind", step."stackKey") ORDER BY step."position")::text
          FROM "RunStep" step WHERE step."runId" = past."id")
      ORDER BY past."number" DESC LIMIT ${EXPECTATION_SAMPLE}) AS newest`;
  return row?.median ?? null;
}
