import type { Wording } from "@greenroom/errors";
import type { Database } from "@greenroom/prisma";
import { readSaid } from "../schema";

/** A reason that a row elsewhere repeats in English, as the newest row of the trail with it has it: with its key, where it has one. */
export async function findReason(db: Database, subjectId: string, reason: string): Promise<Wording> {
  const row = await db.auditEvent.findFirst({
    where: { subjectId, reason },
    orderBy: { sequence: "desc" },
    select: { details: true },
  });
  return { message: reason, ...readSaid(row?.details) };
}
