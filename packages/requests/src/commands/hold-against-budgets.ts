import { findBudgetImpacts, lockBudgets, raiseRequestAlerts } from "@greenroom/costs";
import type { BudgetImpact } from "@greenroom/costs/schema";
import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import { moneyText } from "@greenroom/pricing";
import { describeLeftOut, type LeftOut } from "@greenroom/pricing/schema";
import type { Transaction } from "@greenroom/prisma";
import { findLeftOut, findPlannedCost, type PlannedCost } from "../queries/planned-cost";
import type { RequestRecord } from "../queries/request-access";

/**
 * Holds what a request makes the months to come cost against the budgets of its team and its environment. Approvals under one budget
 * take turns from here on, so that two of them cannot both use what is left of it. Thresholds that only tell, or that a platform
 * engineer lets pass, raise their alerts.
 *
 * @returns what the environment will cost a month by the plan
 * @throws BUDGET_EXCEEDED when a threshold blocks the request, FORBIDDEN when it asks for a platform engineer and the actor is none
 */
export async function holdAgainstBudgets(
  tx: Transaction,
  actor: Actor,
  request: RequestRecord,
  now: Date,
): Promise<PlannedCost> {
  const { id, number, teamId, environmentId } = request;
  await lockBudgets(tx, { teamId, environmentId });
  const planned = await findPlannedCost(tx, request);
  const { monthlyUsd, isAtLeast } = planned;
  const impacts = await findBudgetImpacts(tx, {
    ...{ teamId, environmentId, isAtLeast },
    monthlyUsd: monthlyUsd ?? "0",
  });
  const blocking = impacts.find(({ effect }) => effect === "BLOCK");
  if (blocking) throw blocked(number, blocking, await findLeftOut(tx, request));
  const asking = impacts.find(({ effect }) => effect === "APPROVE");
  if (asking && !may(actor, "request.approveOverBudget", { teamId }))
    throw engineerNeeded(number, asking, await findLeftOut(tx, request));
  const requestName = `#${number} ${request.environmentName}`;
  await raiseRequestAlerts(tx, impacts, { requestId: id, requestName, now });
  return planned;
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
    ...(isAfterAtLeast && {
      parts: {
        message: describeLeftOut(leftOut, "en") || "something that stands already",
        messageKo: describeLeftOut(leftOut, "ko") || "이미 있는 일부 항목",
      },
    }),
  };
}

function blocked(number: number, impact: BudgetImpact, leftOut: readonly LeftOut[]): AppError {
  const details = figuresOf(number, impact, "BLOCK", leftOut);
  const { name, usd, limit, budget, parts } = details;
  const remedy =
    "Ask for something smaller, destroy what is no longer needed, or have a platform engineer raise the budget.";
  return new AppError({
    code: "BUDGET_EXCEEDED",
    messageKey: parts ? "budgetBlocksAtLeast" : "budgetBlocks",
    userMessage: parts
      ? `Request #${number} would bring ${name} to at least $${usd} a month (without a price: ${parts.message}), and its budget of $${budget} blocks requests that bring it above $${limit}. ${remedy}`
      : `Request #${number} would bring ${name} to $${usd} a month, and its budget of $${budget} blocks requests that bring it above $${limit}. ${remedy}`,
    details,
  });
}

function engineerNeeded(number: number, impact: BudgetImpact, leftOut: readonly LeftOut[]): AppError {
  const details = figuresOf(number, impact, "APPROVE", leftOut);
  const { name, usd, limit, budget, parts } = details;
  const rule = `Above $${limit}, its budget of $${budget} lets only a platform engineer approve. Ask one of them to look at it.`;
  return new AppError({
    code: "FORBIDDEN",
    messageKey: parts ? "budgetNeedsEngineerAtLeast" : "budgetNeedsEngineer",
    userMessage: parts
      ? `Request #${number} would bring ${name} to at least $${usd} a month (without a price: ${parts.message}). ${rule}`
      : `Request #${number} would bring ${name} to $${usd} a month. ${rule}`,
    details,
  });
}
