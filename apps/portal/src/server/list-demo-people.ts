import "server-only";
import { isDemoSignInAllowed } from "@greenroom/config";
import type { Role } from "@greenroom/identity/schema";
import { DEMO_ISSUER } from "./auth";
import { getDeps } from "./deps";

export interface DemoPerson {
  subject: string;
  name: string;
  memberships: { teamName: string; role: Role }[];
}

/** The seeded people one may sign in as; none where demo sign-in is not allowed. */
export async function listDemoPeople(): Promise<DemoPerson[]> {
  const { config, db } = getDeps();
  if (!isDemoSignInAllowed(config)) return [];
  const people = await db.user.findMany({
    where: { issuer: DEMO_ISSUER, disabledAt: null },
    include: { memberships: { include: { team: true }, orderBy: { team: { name: "asc" } } } },
    orderBy: { createdAt: "asc" },
  });
  return people.map(({ subject, name, memberships }) => ({
    subject,
    name,
    memberships: memberships.map(({ team, role }) => ({ teamName: team.name, role })),
  }));
}
