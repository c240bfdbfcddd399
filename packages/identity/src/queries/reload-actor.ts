import { type Database, lockingRows, type Transaction } from "@greenroom/prisma";
import type { Actor } from "../schema";
import { readActor } from "./read-actor";

/**
 * The same person as they are now, for whatever takes longer than one question, such as a stream that goes on.
 * @returns null when they were disabled or their session has ended
 */
export async function reloadActor(db: Database, actor: Actor, now: Date): Promise<Actor | null> {
  return (await readActor(db, actor, now))?.actor ?? null;
}

/**
 * The same, at the end of a command: a change of their roles, session or person that is under way is waited for, and no other can
 * happen until the transaction ends.
 * @returns null when they were disabled or their session has ended
 */
export async function lockActor(tx: Transaction, actor: Actor, now: Date): Promise<Actor | null> {
  return (await readActor(tx, actor, now, lockingRows(tx, "actor", actor.userId)))?.actor ?? null;
}
