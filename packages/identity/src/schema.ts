import { z } from "zod";

/** Roles a person holds in a team, weakest first. One spelling: Prisma, zod and the pages use this list. */
export const ROLES = ["VIEWER", "REQUESTER", "APPROVER", "PLATFORM_ENGINEER"] as const;
export type Role = (typeof ROLES)[number];

/** Who acts: a signed-in person with their memberships as they are now, not as they were at sign-in. */
const actorSchema = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  /**
   * The sign-in they act by: when it ends, they are nobody. Absent for tools of Greenroom's own, which have
   * no cookie.
   */
  sessionId: z.string().optional(),
  memberships: z.array(z.object({ teamId: z.string(), role: z.enum(ROLES) })),
});
export type Actor = z.infer<typeof actorSchema>;

declare const acting: unique symbol;
/**
 * The actor of a command under way, who is read again, and locked, before its transaction commits. Only `act`
 * of `audit` makes one, and the audit trail takes no other: a command that writes anything cannot leave it
 * out.
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
});
export type MeView = z.infer<typeof meViewSchema>;
