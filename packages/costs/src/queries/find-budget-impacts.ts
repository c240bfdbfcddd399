import { listTeamsByIds } from "@greenroom/identity";
import type { Actor } from "@greenroom/identity/schema";
import { Decimal, toText } from "@greenroom/pricing";
import type { Database, Transaction } from "@greenroom/prisma";
import { passedByRequest, strictest } from "../budget-thresholds";
import { USD_DECIMALS } from "../limits";
import type { BudgetImpact, BudgetImpactInput } from "../schema";
import { assertSeesBudgets } from "./budget-access";
import { NO_MONTH, readExpectedMonths } from "./expected-months";
import { toThresholds } from "./to-thresholds";

/**
 * What a request would do to the budget of its team, and to that of the environment it is about.
 * @throws NOT_FOUND also for a team whose budgets the actor does not see
 */
export async function getBudgetImpacts(
  { db }: { db: Database },
  actor: Actor,
  input: BudgetImpactInput,
): Promise<BudgetImpact[]> {
  assertSeesBudgets(actor, input.teamId);
  return findBudgetImpacts(db, input);
}

/** The same for a caller that has checked access. */
export async function findBudgetImpacts(
  db: Database | Transaction,
  { teamId, environmentId, monthlyUsd, isAtLeast = false }: BudgetImpactInput,
): Promise<BudgetImpact[]> {
  const budgets = await db.budget.findMany({
    where: { teamId, OR: [{ environmentId: null }, ...(environmentId === null ? [] : [{ environmentId }])] },
    include: { thresholds: true },
    orderBy: { environmentId: { sort: "desc", nulls: "first" } },
  });
  if (budgets.length === 0) return [];
  const [expected, teams, environment] = await Promise.all([
    readExpectedMonths(db, [teamId], environmentId === null ? [] : [environmentId]),
    listTeamsByIds(db, [teamId]),
    environmentId === null
      ? null
      : db.environment.findFirst({ where: { id: environmentId, teamId }, select: { name: true } }),
  ]);
  const ofEnvironment = expected.get(environmentId ?? "") ?? NO_MONTH;
  // At the digits that environments keep: what costs the same must not look dearer.
  const addedUsd = new Decimal(monthlyUsd).toDecimalPlaces(USD_DECIMALS).minus(ofEnvironment.usd);
  return budgets.map((budget) => {
    const isOfTeam = budget.environmentId === null;
    const before = isOfTeam ? (expected.get(teamId) ?? NO_MONTH) : ofEnvironment;
    const beforeUsd = before.usd;
    const month = { monthlyUsd: budget.monthlyUsd.toFixed(), beforeUsd, afterUsd: beforeUsd.plus(addedUsd) };
    const passed = passedByRequest(toThresholds(budget.thresholds), month);
    return {
      budgetId: budget.id,
      name: (isOfTeam ? teams.get(teamId)?.name : environment?.name) ?? teamId,
      isOfTeam,
      monthlyUsd: month.monthlyUsd,
      beforeUsd: toText(beforeUsd),
      afterUsd: toText(month.afterUsd),
      isBeforeAtLeast: before.leastCount > 0,
      isAfterAtLeast: isAtLeast || before.leastCount > ofEnvironment.leastCount,
      passed: passed.map((threshold) => ({ ...threshold, limitUsd: toText(threshold.limitUsd) })),
      effect: strictest(passed.map(({ effect }) => effect)),
    };
  });
}
