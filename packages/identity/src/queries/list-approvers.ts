import type { Database, Transaction } from "@greenroom/prisma";
import { PERMISSIONS, type PersonView } from "../schema";

/**
 * Everybody who may decide on a request of this team, by name: whoever holds a deciding role in it, and platform engineers
 * of any team; these alone when `isEngineerNeeded`. Disabled people are left out; the caller leaves out the requester.
 */
export async function listApprovers(
  db: Database | Transaction,
  teamId: string,
  { isEngineerNeeded = false }: { isEngineerNeeded?: boolean } = {},
): Promise<PersonView[]> {
  return db.user.findMany({
    where: {
      disabledAt: null,
      memberships: {
        some: {
          OR: [
            ...(isEngineerNeeded ? [] : [{ teamId, role: { in: [...PERMISSIONS["request.decide"].roles] } }]),
            { role: "PLATFORM_ENGINEER" },
          ],
        },
      },
    },
    select: { id: true, name: true, email: true },
    orderBy: { name: "asc" },
  });
}
