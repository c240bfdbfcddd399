import type { Database } from "@greenroom/prisma";
import type { Actor } from "../schema";

/**
 * Who calls, with the roles they hold at this moment, so that a revoked role counts at once.
 * @param who issuer and subject of the sign-in, never an e-mail address alone
 * @returns null when nobody of that identity has signed in before, or the account is disabled
 */
export async function loadActor(
  deps: { db: Database },
  who: { issuer: string; subject: string },
): Promise<Actor | null> {
  const user = await deps.db.user.findUnique({
    where: { issuer_subject: { issuer: who.issuer, subject: who.subject } },
    include: { memberships: { select: { teamId: true, role: true } } },
  });
  if (!user || user.disabledAt) return null;
  return { userId: user.id, name: user.name, email: user.email, memberships: user.memberships };
}
