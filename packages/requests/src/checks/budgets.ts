import { findBudgetImpacts } from "@greenroom/costs";
import type { BudgetImpact } from "@greenroom/costs/schema";
import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import { message } from "@greenroom/messages";
import { moneyText } from "@greenroom/pricing";
import { type LeftOut, leftOutMessage } from "@greenroom/pricing/schema";
import type { Transaction } from "@greenroom/prisma";
import { findLeftOut, findPlannedCost, type PlannedCost } from "../queries/planned-cost";
import type { RequestRecord } from "../queries/request-access";

/**
 * What a request makes the months to come cost, held against the budgets of its team and its environment.
 * Take the locks of these before (`lockBudgets`), so that two approvals cannot both use what is left of one.
 *
 * @returns what the environment will cost a month by the plan, and the budgets that let it pass
 * @throws BUDGET_EXCEEDED when a threshold blocks the request, FORBIDDEN when it asks for a platform engineer
 * and the actor is none
 */
export async function checkBudgets(
  tx: Transaction,
  actor: Actor,
  request: RequestRecord,
): Promise<{ planned: PlannedCost; impacts: readonly BudgetImpact[] }> {
  const { number, teamId, environmentId } = request;
  const planned = await findPlannedCost(tx, request);
  const { monthlyUsd, isAtLeast } = planned;
  const cost = { isAtLeast, monthlyUsd: monthlyUsd ?? "0" };
  const impacts = await findBudgetImpacts(tx, { teamId, environmentId, ...cost });
  const blocking = impacts.find(({ effect }) => effect === "BLOCK");
  if (blocking) throw blocked(number, blocking, await findLeftOut(tx, request));
  const asking = impacts.find(({ effect }) => effect === "APPROVE");
  if (asking && !may(actor, "request.approveOverBudget", { teamId }))
    throw engineerNeeded(number, asking, await findLeftOut(tx, request));
  return { planned, impacts };
}

/** The figures of the first threshold in the way: what the month would come to, and how far it may. */
function figuresOf(
  number: number,
  { name, afterUsd, isAfterAtLeast, monthlyUsd, passed }: BudgetImpact,
  effect: BudgetImpact["effect"],
  leftOut: readonly LeftOut[],
) {
  const limitUsd = passed.find((threshold) => threshold.effect === effect)?.limitUsd ?? monthlyUsd;
  return {
    number,
    name,
    usd: moneyText(afterUsd),
    limit: moneyText(limitUsd),
    budget: moneyText(monthlyUsd),
    // What leaves something out before the request does so afterwards, too.
    parts: isAfterAtLeast ? (leftOutMessage(leftOut) ?? message("pricing.leftOut.standing")) : null,
  };
}

function blocked(number: number, impact: BudgetImpact, leftOut: readonly LeftOut[]): AppError {
  const { parts, ...figures } = figuresOf(number, impact, "BLOCK", leftOut);
  return parts
    ? new AppError("budgetBlocksAtLeast", { ...figures, parts })
    : new AppError("budgetBlocks", figures);
}

function engineerNeeded(number: number, impact: BudgetImpact, leftOut: readonly LeftOut[]): AppError {
  const { parts, ...figures } = figuresOf(number, impact, "APPROVE", leftOut);
  return parts
    ? new AppError("budgetNeedsEngineerAtLeast", { ...figures, parts })
    : new AppError("budgetNeedsEngineer", figures);
}
