import { AppError } from "@greenroom/errors";
import { visibleTeamIds } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import {
  type AuditAction,
  type AuditEventView,
  type AuditPage,
  type ListAuditEventsInput,
  readReason,
} from "../schema";

/**
 * A page of the trail, newest first, of the teams the actor sees. The cursor is the number of the last row
 * shown.
 */
export async function listAuditEvents(
  deps: { db: Database },
  actor: Actor,
  input: ListAuditEventsInput,
): Promise<AuditPage> {
  const teamIds = visibleTeamIds(actor);
  const rows = await deps.db.auditEvent.findMany({
    where: {
      AND: [
        teamIds === null ? {} : { teamId: { in: teamIds } },
        input.teamId ? { teamId: input.teamId } : {},
      ],
      subjectType: input.subjectType,
      subjectId: input.subjectId,
      actorId: input.actorId,
      action: input.action,
      sequence: input.cursor ? { lt: readCursor(input.cursor) } : undefined,
    },
    orderBy: { sequence: "desc" },
    take: input.limit + 1,
  });
  const items = rows.slice(0, input.limit).map(
    (row): AuditEventView => ({
      sequence: Number(row.sequence),
      at: row.at,
      actorId: row.actorId,
      actorName: row.actorName,
      action: row.action as AuditAction,
      subjectType: row.subjectType as AuditEventView["subjectType"],
      subjectId: row.subjectId,
      subjectName: row.subjectName,
      teamId: row.teamId,
      reason: readReason(row),
      details: row.details as Record<string, unknown>,
      hash: row.hash,
    }),
  );
  return { items, nextCursor: rows.length > input.limit ? String(items.at(-1)?.sequence) : null };
}

function readCursor(cursor: string): bigint {
  if (/^\d{1,18}$/.test(cursor)) return BigInt(cursor);
  throw new AppError("cursorInvalid", undefined, { field: "cursor" });
}
