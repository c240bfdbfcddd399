import { AppError } from "@greenroom/errors";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import { CHAIN_START, followChain } from "../chain";
import { VERIFY_PAGE_SIZE } from "../limits";
import type { ChainVerdict } from "../schema";

/**
 * Recomputes the whole chain. Rows cut off at the newest end leave a chain that is shorter and still whole: compare
 * `checked` with a number noted elsewhere.
 * @throws FORBIDDEN for somebody without any team
 */
export async function verifyChain(deps: { db: Database }, actor: Actor): Promise<ChainVerdict> {
  if (actor.memberships.length === 0) {
    throw new AppError({
      code: "FORBIDDEN",
      messageKey: "noMembership",
      userMessage:
        "You belong to no team yet, so there is no audit trail for you to check. Ask a platform engineer for a role.",
    });
  }
  let position = CHAIN_START;
  let checked = 0;
  for (;;) {
    const rows = await deps.db.auditEvent.findMany({
      where: { sequence: { gt: position.sequence } },
      orderBy: { sequence: "asc" },
      take: VERIFY_PAGE_SIZE,
    });
    const result = followChain(position, rows);
    if (!result.isIntact) {
      const firstBadSequence = Number(result.badSequence);
      return { isIntact: false, checked: firstBadSequence - 1, firstBadSequence };
    }
    position = result.end;
    checked += rows.length;
    if (rows.length < VERIFY_PAGE_SIZE) return { isIntact: true, checked, firstBadSequence: null };
  }
}
