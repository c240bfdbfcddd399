import { environmentNotFound } from "@greenroom/environments";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database, Transaction } from "@greenroom/prisma";
import type { ParsedRequest } from "../parse-request";
import type { Problem } from "../problems";
import { findChangeProblems } from "./change";
import { findCreateProblems } from "./create";
import type { EnvironmentRecord } from "./deployed";

/**
 * The environment that a change or an end is asked for.
 * @throws NOT_FOUND also for one the actor does not see
 */
export async function getTarget(
  db: Database | Transaction,
  actor: Actor,
  environmentId: string,
): Promise<EnvironmentRecord> {
  const environment = await db.environment.findUnique({ where: { id: environmentId } });
  if (!environment || !may(actor, "environment.view", { teamId: environment.teamId }))
    throw environmentNotFound();
  return environment;
}

/**
 * Everything that is wrong with a request, as far as it is filled in: the form and the command ask the same.
 * @param target the environment that is to change or to end, as far as one is chosen
 */
export async function findProblems(
  db: Database | Transaction,
  actor: Actor,
  request: ParsedRequest,
  target: EnvironmentRecord | null,
  now: Date,
): Promise<Problem[]> {
  if (request.kind === "CREATE") return findCreateProblems(db, actor, request, now);
  return target ? findChangeProblems(db, actor, request, target, now) : [];
}
