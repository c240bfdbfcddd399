import { toText } from "@greenroom/pricing";
import { type Database, lockingRows, type Prisma, transaction } from "@greenroom/prisma";
import { passedByMonth } from "../budget-thresholds";
import { dayOf } from "../calendar";
import { BUDGET_BATCH } from "../limits";
import { type BudgetMonth, readBudgetMonths } from "../queries/read-budget-months";
import { toThresholds } from "../queries/to-thresholds";
import { monthTrigger } from "../triggers";

type BudgetRow = Prisma.BudgetGetPayload<{ include: { thresholds: true } }>;

/**
 * Tells, once for each threshold and month, that what the month has cost so far, or else its forecast, is
 * above it. Doing it again tells nothing twice, also when several do it at once.
 *
 * @param budgetIds those to look at; all unless given
 * @returns how many alerts are new
 */
export async function raiseMonthAlerts(
  { db, now }: { db: Database; now: () => Date },
  budgetIds?: readonly string[],
): Promise<number> {
  const at = now();
  let raised = 0;
  for (let after = ""; ; ) {
    const budgets = await db.budget.findMany({
      where: { id: { gt: after, ...(budgetIds && { in: [...budgetIds] }) }, thresholds: { some: {} } },
      include: { thresholds: true },
      orderBy: { id: "asc" },
      take: BUDGET_BATCH,
    });
    const last = budgets.at(-1);
    if (!last) return raised;
    after = last.id;
    const months = await readBudgetMonths(db, budgets, at);
    const data = budgets.flatMap((budget) => {
      const month = months.get(budget.environmentId ?? budget.teamId);
      return month ? toAlerts(budget, month, at) : [];
    });
    raised += await write(db, budgets, data);
  }
}

/** Of budgets that are still as they were read: the others are told of by whoever changed them. */
async function write(
  db: Database,
  budgets: readonly BudgetRow[],
  data: readonly ReturnType<typeof toAlerts>[number][],
): Promise<number> {
  if (data.length === 0) return 0;
  const versionOf = new Map(budgets.map(({ id, version }) => [id, version]));
  return transaction(db, async (tx) => {
    const kept = await tx.$queryRaw<{ id: string; version: number }[]>`
      SELECT "id", "version" FROM "Budget" WHERE "id" = ANY(${[...versionOf.keys()]}::text[]) ORDER BY "id"
      ${lockingRows(tx, "budgetsOfAlerts", "")}`;
    const same = new Set(kept.flatMap(({ id, version }) => (versionOf.get(id) === version ? id : [])));
    const { count } = await tx.budgetAlert.createMany({
      data: data.filter(({ budgetId }) => same.has(budgetId)),
      skipDuplicates: true,
    });
    return count;
  });
}

function toAlerts(budget: BudgetRow, { soFarUsd, forecastUsd }: BudgetMonth, at: Date) {
  const of = { monthlyUsd: budget.monthlyUsd.toFixed() };
  const thresholds = toThresholds(budget.thresholds);
  return passedByMonth(thresholds, { ...of, usd: forecastUsd ?? soFarUsd }).map(
    ({ kind, value, effect, limitUsd }) => {
      const isSure = soFarUsd.gt(limitUsd);
      return {
        budgetId: budget.id,
        kind,
        value,
        effect,
        trigger: monthTrigger(dayOf(at)),
        raisedAt: at,
        figure: isSure ? ("SO_FAR" as const) : ("FORECAST" as const),
        usd: toText(isSure ? soFarUsd : (forecastUsd ?? soFarUsd)),
        limitUsd: toText(limitUsd),
      };
    },
  );
}
