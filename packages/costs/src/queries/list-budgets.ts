import { listTeamsByIds } from "@greenroom/identity";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import { type Decimal, toText } from "@greenroom/pricing";
import type { Database, Prisma } from "@greenroom/prisma";
import { additionLimit, crossingLimit } from "../budget-thresholds";
import { dayOf, monthOf } from "../calendar";
import { LISTED_BUDGETS } from "../limits";
import type { BudgetThreshold, BudgetView, ListBudgetsInput } from "../schema";
import { type BudgetMonth, readBudgetMonths } from "./read-budget-months";
import { teamsInScope } from "./teams-in-scope";
import { toThresholds } from "./to-thresholds";
import { getVisibleEnvironment } from "./visible-environment";

type BudgetRow = Prisma.BudgetGetPayload<{ include: { thresholds: true } }>;

/**
 * The budgets of the actor's teams and of their environments that are not destroyed, with what the month
 * comes to and what each threshold says. Those of teams come first.
 * @throws NOT_FOUND for an environment that is not there or not for the actor to see
 */
export async function listBudgets(
  { db, now }: { db: Database; now: () => Date },
  actor: Actor,
  { teamId, environmentId }: ListBudgetsInput,
): Promise<{ budgets: BudgetView[]; canSet: boolean }> {
  const at = now();
  const environment = environmentId ? await getVisibleEnvironment(db, actor, environmentId) : null;
  const teamIds = teamsInScope(actor, environment?.teamId ?? teamId);
  const rows = await db.budget.findMany({
    where: {
      ...(teamIds && { teamId: { in: teamIds } }),
      ...(environment && { OR: [{ environmentId: null }, { environmentId: environment.id }] }),
    },
    include: { thresholds: true },
    orderBy: [{ environmentId: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    take: LISTED_BUDGETS,
  });
  const [teams, environments, months] = await Promise.all([
    listTeamsByIds(
      db,
      rows.map((row) => row.teamId),
    ),
    listLiving(db, rows),
    readBudgetMonths(db, rows, at),
  ]);
  const budgets = rows.flatMap((row) => {
    const month = months.get(row.environmentId ?? row.teamId);
    const environmentName = row.environmentId === null ? null : environments.get(row.environmentId);
    if (!month || environmentName === undefined) return [];
    return {
      teamId: row.teamId,
      teamName: teams.get(row.teamId)?.name ?? row.teamId,
      environmentId: row.environmentId,
      environmentName,
      monthlyUsd: row.monthlyUsd.toFixed(),
      version: row.version,
      month: monthOf(dayOf(at)),
      soFarUsd: toText(month.soFarUsd),
      forecastUsd: month.forecastUsd && toText(month.forecastUsd),
      expectedMonthlyUsd: toText(month.expectedMonthlyUsd),
      isExpectedAtLeast: month.isExpectedAtLeast,
      thresholds: toThresholds(row.thresholds).map((threshold) => ({
        ...threshold,
        ...stateOf(threshold, row, month),
      })),
      canSet: may(actor, "budget.set", { teamId: row.teamId }),
    };
  });
  return { budgets, canSet: may(actor, "budget.set", { teamId: "" }) };
}

async function listLiving(db: Database, rows: readonly BudgetRow[]): Promise<Map<string, string>> {
  const environments = await db.environment.findMany({
    where: {
      id: { in: rows.flatMap(({ environmentId }) => environmentId ?? []) },
      status: { not: "DESTROYED" },
    },
    select: { id: true, name: true },
  });
  return new Map(environments.map(({ id, name }) => [id, name]));
}

/** Where a threshold stands in dollars, and the surest figure above it. */
function stateOf(
  threshold: BudgetThreshold,
  { monthlyUsd }: BudgetRow,
  { soFarUsd, forecastUsd, expectedMonthlyUsd }: BudgetMonth,
): Pick<BudgetView["thresholds"][number], "limitUsd" | "passedBy"> {
  if (threshold.kind !== "CROSSING") {
    const limit = additionLimit(threshold, expectedMonthlyUsd);
    return { limitUsd: limit && toText(limit), passedBy: null };
  }
  const limit = crossingLimit(monthlyUsd.toFixed(), threshold.value);
  const isAbove = (usd: Decimal | null) => usd?.gt(limit) ?? false;
  const passedBy = isAbove(soFarUsd)
    ? "SO_FAR"
    : isAbove(forecastUsd)
      ? "FORECAST"
      : isAbove(expectedMonthlyUsd)
        ? "EXPECTED"
        : null;
  return { limitUsd: toText(limit), passedBy };
}
