import type { Database, Transaction } from "@greenroom/prisma";
import type { TeamView } from "../schema";
import { TEAM_COLUMNS } from "./team-columns";

/** Teams by id. Ids that no team has are absent from the map. */
export async function listTeamsByIds(
  db: Database | Transaction,
  ids: readonly string[],
): Promise<Map<string, TeamView>> {
  const teams = await db.team.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: TEAM_COLUMNS,
  });
  return new Map(teams.map((team) => [team.id, team]));
}
