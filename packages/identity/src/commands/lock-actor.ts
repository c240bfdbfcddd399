import { lockingRows, type Transaction } from "@greenroom/prisma";
import { readActor } from "../queries/read-actor";
import type { Actor } from "../schema";

/**
 * The same person as they are now, at the end of a command: a change of their roles, session or person that
 * is under way is waited for, and no other can happen until the transaction ends.
 * @returns null when they were disabled or their session has ended
 */
export async function lockActor(tx: Transaction, actor: Actor, now: Date): Promise<Actor | null> {
  return (await readActor(tx, actor, now, lockingRows(tx, "actor", actor.userId)))?.actor ?? null;
}
