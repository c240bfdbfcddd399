import type { Database, Transaction } from "@greenroom/prisma";
import { type RunEventView, runEventSchema } from "../schema";

/** Events of a run with a number above `after`, oldest first, at most `limit` of them. Whoever calls has checked access. */
export async function listRunEvents(
  db: Database | Transaction,
  runId: string,
  after: number,
  limit?: number,
): Promise<RunEventView[]> {
  const rows = await db.runEvent.findMany({
    where: { runId, sequence: { gt: after } },
    orderBy: { sequence: "asc" },
    take: limit,
    select: { sequence: true, at: true, kind: true, data: true },
  });
  return rows.map(({ kind, data, ...row }) =>
    runEventSchema.parse({ ...row, data: { ...(data as object), kind } }),
  );
}
