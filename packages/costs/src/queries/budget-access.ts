import { AppError } from "@greenroom/errors";
import { listTeamsByIds } from "@greenroom/identity";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database, Transaction } from "@greenroom/prisma";
import { getVisibleEnvironment } from "./visible-environment";

export interface BudgetSubject {
  teamId: string;
  /** Null: the whole team. */
  environmentId: string | null;
}

/** @throws NOT_FOUND also for a team whose budgets the actor does not see */
export function assertSeesBudgets(actor: Actor, teamId: string): void {
  if (!may(actor, "budget.view", { teamId })) throw noSuchTeam();
}

/**
 * What a budget is set for, as people call it, if the actor may set one there.
 * @throws NOT_FOUND (no such team or environment, or of a team the actor does not see), FORBIDDEN
 */
export async function getBudgetSubject(
  db: Database | Transaction,
  actor: Actor,
  { teamId, environmentId }: BudgetSubject,
): Promise<{ name: string }> {
  assertSeesBudgets(actor, teamId);
  if (!may(actor, "budget.set", { teamId })) {
    throw new AppError("budgetNotYours");
  }
  const team = (await listTeamsByIds(db, [teamId])).get(teamId);
  if (!team) throw noSuchTeam();
  if (environmentId === null) return team;
  const environment = await getVisibleEnvironment(db, actor, environmentId);
  if (environment.teamId !== teamId) throw noSuchTeam();
  return environment;
}

function noSuchTeam(): AppError {
  return new AppError("budgetTeamNotFound");
}
