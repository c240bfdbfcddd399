import type { Database, Transaction } from "@greenroom/prisma";
import type { AuditAction } from "../schema";

/** What the trail says of the newest of these acts on a subject; null when it tells of none. */
export async function findDetails(
  db: Database | Transaction,
  subjectId: string,
  actions: readonly AuditAction[],
): Promise<unknown> {
  const event = await db.auditEvent.findFirst({
    where: { subjectId, action: { in: [...actions] } },
    orderBy: { sequence: "desc" },
    select: { details: true },
  });
  return event?.details ?? null;
}
