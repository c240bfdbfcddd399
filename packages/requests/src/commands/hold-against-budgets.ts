import { findBudgetImpacts, lockBudgets, moneyText, raiseRequestAlerts } from "@greenroom/costs";
import type { BudgetImpact } from "@greenroom/costs/schema";
import { AppError } from "@greenroom/errors";
import { isPlatformEngineer } from "@greenroom/identity";
import type { Actor } from "@greenroom/identity/schema";
import type { Transaction } from "@greenroom/prisma";
import { findPlannedMonthlyUsd } from "../queries/planned-monthly-usd";
import type { RequestRecord } from "../queries/request-access";

/**
 * Holds what a request makes the months to come cost against the budgets of its team and its environment. Approvals under one budget
 * take turns from here on, so that two of them cannot both use what is left of it. Thresholds that only tell, or that a platform
 * engineer lets pass, raise their alerts.
 *
 * @returns what the environment will cost a month by the plan, in dollars; null when nothing was estimated
 * @throws BUDGET_EXCEEDED when a threshold blocks the request, FORBIDDEN when it asks for a platform engineer and the actor is none
 */
export async function holdAgainstBudgets(
  tx: Transaction,
  actor: Actor,
  request: RequestRecord,
  now: Date,
): Promise<string | null> {
  const { id, number, teamId, environmentId } = request;
  await lockBudgets(tx, { teamId, environmentId });
  const monthlyUsd = await findPlannedMonthlyUsd(tx, request);
  const impacts = await findBudgetImpacts(tx, { teamId, environmentId, monthlyUsd: monthlyUsd ?? "0" });
  const blocking = impacts.find(({ effect }) => effect === "BLOCK");
  if (blocking) throw blocked(number, blocking);
  const asking = impacts.find(({ effect }) => effect === "APPROVE");
  if (asking && !isPlatformEngineer(actor)) throw engineerNeeded(number, asking);
  const requestName = `#${number} ${request.environmentName}`;
  await raiseRequestAlerts(tx, impacts, { requestId: id, requestName, now });
  return monthlyUsd;
}

/** The figures of the first threshold in the way: what the month would come to, and how far it may. */
function figuresOf(
  number: number,
  { name, afterUsd, monthlyUsd, passed }: BudgetImpact,
  effect: BudgetImpact["effect"],
) {
  const limitUsd = passed.find((threshold) => threshold.effect === effect)?.limitUsd ?? monthlyUsd;
  return {
    number,
    name,
    usd: moneyText(afterUsd),
    limit: moneyText(limitUsd),
    budget: moneyText(monthlyUsd),
  };
}

function blocked(number: number, impact: BudgetImpact): AppError {
  const details = figuresOf(number, impact, "BLOCK");
  const { name, usd, limit, budget } = details;
  return new AppError({
    code: "BUDGET_EXCEEDED",
    messageKey: "budgetBlocks",
    userMessage: `Request #${number} would bring ${name} to $${usd} a month, and its budget of $${budget} blocks requests that bring it above $${limit}. Ask for something smaller, destroy what is no longer needed, or have a platform engineer raise the budget.`,
    details,
  });
}

function engineerNeeded(number: number, impact: BudgetImpact): AppError {
  const details = figuresOf(number, impact, "APPROVE");
  const { name, usd, limit, budget } = details;
  return new AppError({
    code: "FORBIDDEN",
    messageKey: "budgetNeedsEngineer",
    userMessage: `Request #${number} would bring ${name} to $${usd} a month. Above $${limit}, its budget of $${budget} lets only a platform engineer approve. Ask one of them to look at it.`,
    details,
  });
}
