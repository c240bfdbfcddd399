import type { Database } from "@greenroom/prisma";
import type { PersonView } from "../schema";

export interface SignIn {
  issuer: string;
  subject: string;
  email: string;
  name: string;
}

/**
 * Remembers who signed in, with the name and address their provider gives today. A new person belongs to no
 * team and so sees nothing until somebody gives them a role.
 * @returns null when the account is disabled: the sign-in must be refused
 */
export async function upsertUserFromSignIn(
  deps: { db: Database },
  signIn: SignIn,
): Promise<PersonView | null> {
  const { issuer, subject, email, name } = signIn;
  const user = await deps.db.user.upsert({
    where: { issuer_subject: { issuer, subject } },
    create: { issuer, subject, email, name },
    update: { email, name },
    select: { id: true, name: true, email: true, disabledAt: true },
  });
  return user.disabledAt ? null : { id: user.id, name: user.name, email: user.email };
}
