import type { Database } from "@greenroom/prisma";
import { SESSION_SEEN_EVERY_MS } from "../limits";
import type { Actor } from "../schema";
import { readActor } from "./read-actor";

/**
 * Who calls, by the session that their cookie names, with the roles they hold at this moment: one read. Notes
 * every few minutes that they were seen.
 * @returns null when the session has ended (signed out, over, unused) or its person is disabled
 */
export async function loadSessionActor(
  { db, now }: { db: Database; now: () => Date },
  sessionId: string,
): Promise<Actor | null> {
  const at = now();
  const read = await readActor(db, { sessionId }, at);
  if (!read?.seenAt) return null;
  if (at.getTime() - read.seenAt.getTime() > SESSION_SEEN_EVERY_MS)
    await db.session.updateMany({ where: { id: sessionId }, data: { seenAt: at } });
  return read.actor;
}
