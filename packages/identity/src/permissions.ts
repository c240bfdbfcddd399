import { type Actor, type MeView, ROLES, type Role } from "./schema";

/** The weakest role that may: it and every stronger one hold the permission. */
type From = Role | "NOBODY";

interface PermissionRule {
  /** Over what they made themselves: their own request, a run that they set off. */
  own: From;
  /** Over what others made, and over what belongs to nobody. */
  others: From;
}

/**
 * Who may do what, in the one table that procedures, pages and the actions on offer read. A role counts in
 * its own team; PLATFORM_ENGINEER of any team counts in every team.
 */
export const PERMISSIONS = {
  "environment.view": { own: "VIEWER", others: "VIEWER" },
  "request.view": { own: "VIEWER", others: "VIEWER" },
  /** To ask for an environment, a change to one, or its end. */
  "request.create": { own: "REQUESTER", others: "REQUESTER" },
  /** Nobody decides on their own request. */
  "request.decide": { own: "NOBODY", others: "APPROVER" },
  /** To approve what passes a threshold that asks for a platform engineer. */
  "request.approveOverBudget": { own: "NOBODY", others: "PLATFORM_ENGINEER" },
  "request.withdraw": { own: "VIEWER", others: "PLATFORM_ENGINEER" },
  "run.view": { own: "VIEWER", others: "VIEWER" },
  "run.cancel": { own: "VIEWER", others: "APPROVER" },
  "run.retry": { own: "REQUESTER", others: "REQUESTER" },
  "drift.check": { own: "REQUESTER", others: "REQUESTER" },
  /** To leave a difference as it is for a while. */
  "drift.ignore": { own: "APPROVER", others: "APPROVER" },
  "anomaly.dismiss": { own: "REQUESTER", others: "REQUESTER" },
  "budget.view": { own: "VIEWER", others: "VIEWER" },
  "budget.set": { own: "PLATFORM_ENGINEER", others: "PLATFORM_ENGINEER" },
  "budget.acknowledge": { own: "APPROVER", others: "APPROVER" },
  "discount.set": { own: "PLATFORM_ENGINEER", others: "PLATFORM_ENGINEER" },
  "account.manage": { own: "PLATFORM_ENGINEER", others: "PLATFORM_ENGINEER" },
  "audit.view": { own: "VIEWER", others: "VIEWER" },
} as const satisfies Record<string, PermissionRule>;
export type Permission = keyof typeof PERMISSIONS;
export type Relation = keyof PermissionRule;
const EVERY_PERMISSION = Object.keys(PERMISSIONS) as Permission[];

/** The role that reaches every team. */
export const EVERYWHERE = "PLATFORM_ENGINEER" satisfies Role;

/** Whom a question of permissions is about. */
export type Holder = Pick<Actor, "userId" | "memberships">;

/** The signed-in person of a page as one that permissions can be asked of. */
export const holderOf = ({ user, memberships }: MeView): Holder => ({
  userId: user.id,
  memberships: memberships.map(({ team, role }) => ({ teamId: team.id, role })),
});

/**
 * What an act is done to: the team it belongs to and, where it matters, who made it. What belongs to no team
 * has "".
 */
export interface Subject {
  teamId: string;
  ownerId?: string;
}

/** The roles that hold a permission, weakest first. */
export function rolesThatMay(permission: Permission, relation: Relation): readonly Role[] {
  const from: From = PERMISSIONS[permission][relation];
  return from === "NOBODY" ? [] : ROLES.slice(ROLES.indexOf(from));
}

/**
 * The role that somebody has over a team: their own there, or PLATFORM_ENGINEER from anywhere; null for a
 * stranger.
 */
export function roleIn({ memberships }: Pick<Holder, "memberships">, teamId: string): Role | null {
  if (memberships.some(({ role }) => role === EVERYWHERE)) return EVERYWHERE;
  return memberships.find((membership) => membership.teamId === teamId)?.role ?? null;
}

/** Whether the permissions table lets somebody do this to this subject. */
export function may(holder: Holder, permission: Permission, { teamId, ownerId }: Subject): boolean {
  const role = roleIn(holder, teamId);
  const relation = ownerId === holder.userId ? "own" : "others";
  return role !== null && rolesThatMay(permission, relation).includes(role);
}

/** All that somebody may do to a subject. */
export function permissionsOn(holder: Holder, subject: Subject): ReadonlySet<Permission> {
  return new Set(EVERY_PERMISSION.filter((permission) => may(holder, permission, subject)));
}

/** Teams whose things somebody sees; null means all of them. */
export function visibleTeamIds({ memberships }: Pick<Holder, "memberships">): string[] | null {
  return memberships.some(({ role }) => role === EVERYWHERE) ? null : memberships.map(({ teamId }) => teamId);
}

/** One action that a page offers: the permission that it takes, and the statuses in which it can be done. */
export interface ActionRule<Status extends string> {
  permission: Permission;
  statuses: readonly Status[];
}

/** Of the actions on a subject, those that fit its status and that somebody with these permissions may do. */
export function actionsIn<Action extends string, Status extends string>(
  rules: Record<Action, ActionRule<Status>>,
  status: Status,
  permissions: ReadonlySet<Permission>,
): Action[] {
  return (Object.keys(rules) as Action[]).filter(
    (action) => rules[action].statuses.includes(status) && permissions.has(rules[action].permission),
  );
}
