import { visibleTeamIds } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";

/** The team asked for if the actor sees it, else all that the actor sees; null: every team. */
export function teamsInScope(actor: Actor, teamId: string | undefined): string[] | null {
  const visible = visibleTeamIds(actor);
  if (!teamId) return visible;
  return visible === null || visible.includes(teamId) ? [teamId] : [];
}
