import { type Database, Prisma, type Transaction } from "@greenroom/prisma";
import { SESSION_IDLE_MS } from "../limits";
import type { Actor } from "../schema";

interface Row {
  userId: string;
  name: string;
  email: string;
  memberships: Actor["memberships"];
  seenAt: Date | null;
}

type Who = { userId: string; sessionId?: string } | { userId?: undefined; sessionId: string };

/**
 * Person, roles and session in one read, as they are now.
 * @param who with `sessionId`, that session must still last
 * @param locking the end of a SELECT that locks what it reads; without it nothing is locked
 * @returns null for somebody who does not exist, is disabled, or whose session has ended
 */
export async function readActor(
  db: Database | Transaction,
  { userId, sessionId }: Who,
  now: Date,
  locking = Prisma.empty,
): Promise<{ actor: Actor; seenAt: Date | null } | null> {
  const unusedSince = new Date(now.getTime() - SESSION_IDLE_MS);
  const [row] = await db.$queryRaw<Row[]>`
    WITH session AS (
      SELECT "userId", "seenAt" FROM "Session"
      WHERE "id" = ${sessionId ?? null} AND "endsAt" > ${now} AND "seenAt" > ${unusedSince} ${locking}
    ), person AS (
      SELECT "id", "name", "email" FROM "User"
      WHERE "id" = coalesce(${userId ?? null}, (SELECT "userId" FROM session)) AND "disabledAt" IS NULL ${locking}
    ), membership AS (
      SELECT "teamId", "role" FROM "Membership" WHERE "userId" = (SELECT "id" FROM person) ${locking}
    )
    SELECT person."id" AS "userId", "name", "email", (SELECT "seenAt" FROM session) AS "seenAt",
      coalesce((SELECT json_agg(membership ORDER BY "teamId") FROM membership), '[]') AS "memberships"
    FROM person
    WHERE ${sessionId ?? null}::text IS NULL OR person."id" = (SELECT "userId" FROM session)`;
  if (!row) return null;
  const { seenAt, ...person } = row;
  return { actor: { ...person, ...(sessionId !== undefined && { sessionId }) }, seenAt };
}
