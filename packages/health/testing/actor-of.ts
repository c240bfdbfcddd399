import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";

/** Somebody of the demo. */
export async function actorOf(db: Database, subject: string): Promise<Actor> {
  const { id, name, email, memberships } = await db.user.findFirstOrThrow({
    where: { subject },
    include: { memberships: true },
  });
  return { userId: id, name, email: email ?? "", memberships };
}
