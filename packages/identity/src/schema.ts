import { z } from "zod";

/** Roles a person holds in a team, weakest first. One spelling: Prisma, zod and the pages use this list. */
export const ROLES = ["VIEWER", "REQUESTER", "APPROVER", "PLATFORM_ENGINEER"] as const;
export type Role = (typeof ROLES)[number];

interface PermissionRule {
  /** Roles that hold it in their own team. PLATFORM_ENGINEER holds it in every team. */
  roles: readonly Role[];
  /** Whether the one who made the thing also holds it, whatever their role. */
  ownerToo?: boolean;
}

/** "May actor do act on subject", in one table. */
export const PERMISSIONS = {
  "environment.view": { roles: ["VIEWER", "REQUESTER", "APPROVER", "PLATFORM_ENGINEER"] },
  "request.view": { roles: ["VIEWER", "REQUESTER", "APPROVER", "PLATFORM_ENGINEER"] },
  "request.create": { roles: ["REQUESTER", "APPROVER", "PLATFORM_ENGINEER"] },
  "request.decide": { roles: ["APPROVER", "PLATFORM_ENGINEER"] },
  "request.withdraw": { roles: ["PLATFORM_ENGINEER"], ownerToo: true },
  "run.view": { roles: ["VIEWER", "REQUESTER", "APPROVER", "PLATFORM_ENGINEER"] },
  "run.cancel": { roles: ["APPROVER", "PLATFORM_ENGINEER"], ownerToo: true },
  "run.retry": { roles: ["REQUESTER", "APPROVER", "PLATFORM_ENGINEER"] },
  "anomaly.dismiss": { roles: ["REQUESTER", "APPROVER", "PLATFORM_ENGINEER"] },
  "budget.view": { roles: ["VIEWER", "REQUESTER", "APPROVER", "PLATFORM_ENGINEER"] },
  "budget.set": { roles: ["PLATFORM_ENGINEER"] },
  "discount.set": { roles: ["PLATFORM_ENGINEER"] },
  "budget.acknowledge": { roles: ["APPROVER", "PLATFORM_ENGINEER"] },
  "account.manage": { roles: ["PLATFORM_ENGINEER"] },
  "audit.view": { roles: ["VIEWER", "REQUESTER", "APPROVER", "PLATFORM_ENGINEER"] },
} as const satisfies Record<string, PermissionRule>;
export type Permission = keyof typeof PERMISSIONS;

/** Who acts: a signed-in person with their memberships as they are now, not as they were at sign-in. */
export const actorSchema = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  /** The sign-in they act by: when it ends, they are nobody. Absent for tools of Greenroom's own, which have no cookie. */
  sessionId: z.string().optional(),
  memberships: z.array(z.object({ teamId: z.string(), role: z.enum(ROLES) })),
});
export type Actor = z.infer<typeof actorSchema>;

declare const acting: unique symbol;
/**
 * The actor of a command under way, who is read again, and locked, before its transaction commits. Only `act` of `audit` makes
 * one, and the audit trail takes no other: a command that writes anything cannot leave it out.
 */
export type ActingActor = Actor & { readonly [acting]: true };

export const teamViewSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  costCentre: z.string(),
});
export type TeamView = z.infer<typeof teamViewSchema>;

export const personViewSchema = z.object({ id: z.string(), name: z.string(), email: z.string() });
export type PersonView = z.infer<typeof personViewSchema>;

export const meViewSchema = z.object({
  user: personViewSchema,
  memberships: z.array(z.object({ team: teamViewSchema, role: z.enum(ROLES) })),
  isPlatformEngineer: z.boolean(),
});
export type MeView = z.infer<typeof meViewSchema>;
