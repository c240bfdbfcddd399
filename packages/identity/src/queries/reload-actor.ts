import type { Database } from "@greenroom/prisma";
import type { Actor } from "../schema";
import { readActor } from "./read-actor";

/**
 * The same person as they are now, for whatever takes longer than one question, such as a stream that goes
 * on.
 * @returns null when they were disabled or their session has ended
 */
export async function reloadActor(db: Database, actor: Actor, now: Date): Promise<Actor | null> {
  return (await readActor(db, actor, now))?.actor ?? null;
}
