import type { Database, Transaction } from "@greenroom/prisma";
import type { PersonView } from "../schema";

/** People by id, for the names beside things they made. Ids that nobody has are absent from the map. */
export async function listUsersByIds(
  db: Database | Transaction,
  ids: readonly string[],
): Promise<Map<string, PersonView>> {
  const users = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, email: true },
  });
  return new Map(users.map((user) => [user.id, user]));
}
