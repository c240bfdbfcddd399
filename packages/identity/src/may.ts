import { type Actor, PERMISSIONS, type Permission, type Role } from "./schema";

/** What an act is done to: the team it belongs to and, where it matters, who made it. */
export interface Subject {
  teamId: string;
  ownerId?: string;
}

export function isPlatformEngineer(actor: Actor): boolean {
  return actor.memberships.some((m) => m.role === "PLATFORM_ENGINEER");
}

/** The role an actor has over a team: their own there, or PLATFORM_ENGINEER from anywhere; null for a stranger. */
export function roleIn(actor: Actor, teamId: string): Role | null {
  if (isPlatformEngineer(actor)) return "PLATFORM_ENGINEER";
  return actor.memberships.find((m) => m.teamId === teamId)?.role ?? null;
}

/** Whether the permissions table lets this actor do this to this subject. */
export function may(actor: Actor, permission: Permission, subject: Subject): boolean {
  const rule: { roles: readonly Role[]; ownerToo?: boolean } = PERMISSIONS[permission];
  const role = roleIn(actor, subject.teamId);
  if (role === null) return false;
  return rule.roles.includes(role) || (rule.ownerToo === true && subject.ownerId === actor.userId);
}

/** Teams whose things the actor sees; null means all of them. */
export function visibleTeamIds(actor: Actor): string[] | null {
  return isPlatformEngineer(actor) ? null : actor.memberships.map((m) => m.teamId);
}
