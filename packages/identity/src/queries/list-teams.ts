import type { Database } from "@greenroom/prisma";
import { visibleTeamIds } from "../permissions";
import type { Actor, TeamView } from "../schema";
import { TEAM_COLUMNS } from "./team-columns";

/** The teams whose things the actor sees, by name: their own, or all of them for a platform engineer. */
export async function listTeams(deps: { db: Database }, actor: Actor): Promise<TeamView[]> {
  const ids = visibleTeamIds(actor);
  return deps.db.team.findMany({
    where: ids === null ? {} : { id: { in: ids } },
    select: TEAM_COLUMNS,
    orderBy: { name: "asc" },
  });
}
