import type { Database, Transaction } from "@greenroom/prisma";
import { EVERYWHERE, type Permission, rolesThatMay } from "../permissions";
import type { PersonView } from "../schema";

/**
 * Everybody who holds a permission over what others made in a team, by name: members with a role that does,
 * and platform engineers of any team where theirs does. Disabled people are left out.
 */
export async function listPeopleWhoMay(
  db: Database | Transaction,
  permission: Permission,
  teamId: string,
): Promise<PersonView[]> {
  const roles = [...rolesThatMay(permission, "others")];
  const everywhere = roles.filter((role) => role === EVERYWHERE);
  return db.user.findMany({
    where: {
      disabledAt: null,
      memberships: { some: { OR: [{ teamId, role: { in: roles } }, { role: { in: everywhere } }] } },
    },
    select: { id: true, name: true, email: true },
    orderBy: { name: "asc" },
  });
}
