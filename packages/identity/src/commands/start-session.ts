import { randomUUID } from "node:crypto";
import { type Database, transaction } from "@greenroom/prisma";
import { SESSION_MAX_MS } from "../limits";

export interface StartedSession {
  id: string;
  endsAt: Date;
}

/**
 * The record of a sign-in. Whatever the browser was signed in by before ends with it, so that no cookie
 * outlives a change of person.
 * @param replaces the session of the cookie that came with the sign-in
 * @returns null for somebody who does not exist or is disabled: the sign-in must be refused
 */
export async function startSession(
  { db, now }: { db: Database; now: () => Date },
  { issuer, subject, replaces }: { issuer: string; subject: string; replaces?: string },
): Promise<StartedSession | null> {
  const at = now();
  const session = { id: randomUUID(), endsAt: new Date(at.getTime() + SESSION_MAX_MS) };
  return transaction(db, async (tx) => {
    if (replaces !== undefined) await tx.session.deleteMany({ where: { id: replaces } });
    const user = await tx.user.findUnique({
      where: { issuer_subject: { issuer, subject }, disabledAt: null },
      select: { id: true },
    });
    if (!user) return null;
    await tx.session.create({ data: { ...session, userId: user.id, createdAt: at, seenAt: at } });
    return session;
  });
}
