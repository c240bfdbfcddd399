import { environmentNotFound } from "@greenroom/environments";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database, Transaction } from "@greenroom/prisma";

/**
 * The environment whose costs are asked for, if the actor may see it.
 * @throws NOT_FOUND for one that does not exist and for one of a team the actor does not see, in the same
 * words
 */
export async function getVisibleEnvironment(db: Database | Transaction, actor: Actor, environmentId: string) {
  const environment = await db.environment.findUnique({
    where: { id: environmentId },
    select: { id: true, name: true, teamId: true, monthlyCostUsd: true },
  });
  if (!environment || !may(actor, "environment.view", { teamId: environment.teamId })) {
    throw environmentNotFound();
  }
  return environment;
}
