import type { Database } from "@greenroom/prisma";

/** Regions of the stacks that a run touches outside the region of its environment, by key. */
export async function findStackRegions(
  db: Database,
  { requestId, environmentId }: { requestId: string; environmentId: string | null },
): Promise<Record<string, string>> {
  const rows = await db.$queryRaw<{ key: string; region: string }[]>`
    SELECT "key", "region" FROM (
      SELECT stack->>'key' AS "key", stack->>'region' AS "region"
      FROM "Request" request JOIN "Plan" plan ON plan."runId" = request."planRunId",
        jsonb_array_elements(plan."stacks") stack
      WHERE request."id" = ${requestId}
      UNION SELECT "key", "region" FROM "EnvironmentStack" WHERE "environmentId" = ${environmentId}) stacks
    WHERE "region" <> (SELECT "region" FROM "Request" WHERE "id" = ${requestId})`;
  return Object.fromEntries(rows.map(({ key, region }) => [key, region]));
}
