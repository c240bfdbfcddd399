import { findBudgetImpacts, listTeamsWithGates } from "@greenroom/costs";
import { permissionsOn } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database, Prisma } from "@greenroom/prisma";
import { BUDGET_HOLDS, type BudgetHold, isHeldBack } from "../lifecycle";
import { findPlannedCost } from "./planned-cost";
import type { RequestRecord } from "./request-access";

type HeldRequest = Pick<RequestRecord, "kind" | "status" | "teamId" | "environmentId" | "planRunId">;

/**
 * What a budget asks of whoever would approve a request that waits, as the approval itself will see it; null:
 * nothing.
 */
export async function findBudgetHold(db: Database, request: HeldRequest): Promise<BudgetHold | null> {
  if (request.status !== "PENDING_APPROVAL") return null;
  const { teamId, environmentId } = request;
  const { monthlyUsd, isAtLeast } = await findPlannedCost(db, request);
  const planned = { monthlyUsd: monthlyUsd ?? "0", isAtLeast };
  const impacts = await findBudgetImpacts(db, { teamId, environmentId, ...planned });
  return BUDGET_HOLDS.findLast((hold) => impacts.some(({ effect }) => effect === hold)) ?? null;
}

/**
 * Of the requests that wait, those that a budget keeps the actor from approving. Teams whose budgets hold
 * nothing cost one read.
 */
export async function findHeldFrom(
  db: Database,
  actor: Actor,
  waiting: Prisma.RequestWhereInput,
): Promise<string[]> {
  // A platform engineer is one in every team, so it does not matter which.
  const holds = BUDGET_HOLDS.filter((hold) => isHeldBack(hold, permissionsOn(actor, { teamId: "" })));
  const teamIds = await listTeamsWithGates(db, holds);
  if (teamIds.length === 0) return [];
  const requests = await db.request.findMany({
    where: { AND: [waiting, { teamId: { in: teamIds } }] },
    select: { id: true, kind: true, status: true, teamId: true, environmentId: true, planRunId: true },
  });
  const found = await Promise.all(
    requests.map(async (request) => ({ id: request.id, hold: await findBudgetHold(db, request) })),
  );
  return found.flatMap(({ id, hold }) => (holds.some((one) => one === hold) ? [id] : []));
}
