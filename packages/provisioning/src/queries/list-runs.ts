import { AppError } from "@greenroom/errors";
import { visibleTeamIds } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import type { z } from "zod";
import type { listRunsInputSchema, RunRow } from "../schema";
import { RUN_COLUMNS, toRunRows } from "./to-run-row";

/** A page of the runs of the actor's teams, newest first. The cursor is the number of the last run shown. */
export async function listRuns(
  deps: { db: Database },
  actor: Actor,
  input: z.infer<typeof listRunsInputSchema>,
): Promise<{ items: RunRow[]; nextCursor: string | null }> {
  const teamIds = visibleTeamIds(actor);
  const runs = await deps.db.run.findMany({
    where: {
      teamId: teamIds === null ? undefined : { in: teamIds },
      environmentId: input.environmentId,
      requestId: input.requestId,
      status: input.statuses?.length ? { in: input.statuses } : undefined,
      kind: input.kinds?.length ? { in: input.kinds } : undefined,
      id: input.needsMe ? { in: await findRunsNeeding(deps.db, actor.userId) } : undefined,
      number: input.cursor ? { lt: readCursor(input.cursor) } : undefined,
    },
    select: RUN_COLUMNS,
    orderBy: { number: "desc" },
    take: input.limit + 1,
  });
  const page = runs.slice(0, input.limit);
  return {
    items: await toRunRows(deps.db, page),
    nextCursor: runs.length > input.limit ? String(page.at(-1)?.number) : null,
  };
}

/**
 * The last run of each failed environment that somebody owns, or asked for what that run was to do: theirs to
 * mend, whoever pressed approve, until the environment is no longer failed.
 */
async function findRunsNeeding(db: Database, userId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT last."id" FROM "Environment" environment
    CROSS JOIN LATERAL (
      SELECT run."id", run."requestId" FROM "Run" run
      WHERE run."environmentId" = environment."id" AND run."kind" <> 'PLAN' ORDER BY run."number" DESC LIMIT 1) last
    JOIN "Request" asked ON asked."id" = last."requestId"
    WHERE environment."status" = 'FAILED' AND ${userId} IN (environment."ownerId", asked."requesterId")`;
  return rows.map(({ id }) => id);
}

function readCursor(cursor: string): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new AppError("cursorInvalid", undefined, { field: "cursor" });
}
