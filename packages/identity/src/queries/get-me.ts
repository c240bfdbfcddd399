import type { Database } from "@greenroom/prisma";
import type { Actor, MeView } from "../schema";
import { listTeamsByIds } from "./list-teams-by-ids";

/**
 * The signed-in person and what they are in which team. Somebody new has no membership: the page explains
 * that.
 */
export async function getMe(deps: { db: Database }, actor: Actor): Promise<MeView> {
  const teams = await listTeamsByIds(
    deps.db,
    actor.memberships.map((membership) => membership.teamId),
  );
  return {
    user: { id: actor.userId, name: actor.name, email: actor.email },
    memberships: actor.memberships.flatMap(({ teamId, role }) => {
      const team = teams.get(teamId);
      return team ? [{ team, role }] : [];
    }),
  };
}
