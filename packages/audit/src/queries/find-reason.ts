import type { Message } from "@greenroom/messages";
import type { Database } from "@greenroom/prisma";
import { type AuditAction, readReason } from "../schema";

/** The reason of the newest of these acts on a subject; null when none was given. */
export async function findReason(
  db: Database,
  subjectId: string,
  actions: readonly AuditAction[],
): Promise<Message | null> {
  const row = await db.auditEvent.findFirst({
    where: { subjectId, action: { in: [...actions] } },
    orderBy: { sequence: "desc" },
    select: { reason: true, details: true },
  });
  return row && readReason(row);
}
