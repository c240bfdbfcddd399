import type { Database, Transaction } from "@greenroom/prisma";
import type { Actor } from "../schema";
import { readActor } from "./read-actor";

/**
 * The same person as they are now, for whatever takes longer than one question: a command that waited, a stream that goes on.
 * @param options.isLocked no role, session or person can change until the transaction ends
 * @returns null when they were disabled or their session has ended
 */
export async function reloadActor(
  db: Database | Transaction,
  actor: Actor,
  now: Date,
  { isLocked = false }: { isLocked?: boolean } = {},
): Promise<Actor | null> {
  return (await readActor(db, actor, now, isLocked))?.actor ?? null;
}
