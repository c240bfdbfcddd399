import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";

/**
 * These people with the roles they say they hold, as rows: commands read who acts. Their teams must be there.
 */
export async function makePeople(db: Database, people: readonly Actor[]): Promise<void> {
  await db.user.createMany({
    data: people.map(({ userId: id, name, email }) => ({ id, name, email, issuer: "test", subject: id })),
  });
  await db.membership.createMany({
    data: people.flatMap(({ userId, memberships }) => memberships.map((held) => ({ ...held, userId }))),
  });
}
