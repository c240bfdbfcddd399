import { act, appendAudit } from "@greenroom/audit";
import { AppError } from "@greenroom/errors";
import type { Actor } from "@greenroom/identity/schema";
import { Decimal } from "@greenroom/pricing";
import { type Database, lockingRows, type Prisma, type Transaction } from "@greenroom/prisma";
import { dayOf } from "../calendar";
import { getBudgetSubject } from "../queries/budget-access";
import { toThresholds } from "../queries/to-thresholds";
import type { SetBudgetInput } from "../schema";
import { monthTrigger } from "../triggers";
import { raiseMonthAlerts } from "./raise-month-alerts";

type BudgetRow = Prisma.BudgetGetPayload<{ include: { thresholds: true } }>;

/**
 * Says what a team or one of its environments may cost a month, and what passing which part of it does.
 * Saying the same again changes nothing. What the month has passed already is told at once.
 * @throws NOT_FOUND, FORBIDDEN, or STALE when it was changed or removed since the reader's version
 */
export async function setBudget(
  deps: { db: Database; now: () => Date },
  actor: Actor,
  input: SetBudgetInput,
): Promise<{ version: number }> {
  const now = deps.now();
  const { id, version } = await act(deps, actor, async (tx, actor) => {
    const { name } = await getBudgetSubject(tx, actor, input);
    const { budget, isNew } = await obtain(tx, name, input, now);
    if (!isNew && isSame(budget, input)) return budget;
    if (!isNew && budget.version !== input.version) throw budgetMoved(name);
    const after = isNew ? budget : await change(tx, budget, input, now);
    await appendAudit(tx, {
      actor,
      action: "budget.set",
      subject: { id: budget.id, name },
      teamId: input.teamId,
      details: {
        environmentId: input.environmentId,
        before: isNew ? null : contentOf(budget),
        after: contentOf(input),
      },
      now,
    });
    return after;
  });
  await raiseMonthAlerts(deps, [id]);
  return { version };
}

/** The budget with its row locked; a new one where there was none and the reader knew of none. */
async function obtain(
  tx: Transaction,
  name: string,
  { teamId, environmentId, monthlyUsd, thresholds, version }: SetBudgetInput,
  now: Date,
): Promise<{ budget: BudgetRow; isNew: boolean }> {
  const data = { teamId, environmentId, monthlyUsd, createdAt: now, updatedAt: now };
  const [created] = version === 0 ? await tx.budget.createManyAndReturn({ data, skipDuplicates: true }) : [];
  if (created) await tx.budgetThreshold.createMany({ data: toRows(created.id, thresholds) });
  await tx.$queryRaw`
    SELECT 1 FROM "Budget" WHERE "teamId" = ${teamId} AND "environmentId" IS NOT DISTINCT FROM ${environmentId}::text
    ${lockingRows(tx, "budgetToSet", teamId)}`;
  const budget = await tx.budget.findFirst({
    where: { teamId, environmentId },
    include: { thresholds: true },
  });
  if (!budget) throw budgetMoved(name);
  return { budget, isNew: created !== undefined };
}

async function change(
  tx: Transaction,
  budget: BudgetRow,
  { monthlyUsd, thresholds }: SetBudgetInput,
  now: Date,
): Promise<{ id: string; version: number }> {
  await tx.budgetThreshold.deleteMany({ where: { budgetId: budget.id } });
  await tx.budgetThreshold.createMany({ data: toRows(budget.id, thresholds) });
  // So many percent of another amount are another threshold: what it says of this month is told anew.
  if (!budget.monthlyUsd.equals(monthlyUsd)) {
    await tx.budgetAlert.deleteMany({ where: { budgetId: budget.id, trigger: monthTrigger(dayOf(now)) } });
  }
  return tx.budget.update({
    where: { id: budget.id },
    data: { monthlyUsd, version: { increment: 1 }, updatedAt: now },
  });
}

const toRows = (budgetId: string, thresholds: SetBudgetInput["thresholds"]) =>
  thresholds.map((threshold) => ({ budgetId, ...threshold }));

interface Content {
  monthlyUsd: { toString(): string };
  thresholds: readonly Parameters<typeof toThresholds>[0][number][] | SetBudgetInput["thresholds"];
}

/** Amount and thresholds in one spelling: "20" and "20.00" are the same. */
function contentOf({ monthlyUsd, thresholds }: Content) {
  const rows = thresholds.map(({ kind, value, effect }) => ({
    kind,
    effect,
    value: new Decimal(value.toString()),
  }));
  return { monthlyUsd: new Decimal(monthlyUsd.toString()).toFixed(), thresholds: toThresholds(rows) };
}

const isSame = (a: Content, b: Content): boolean =>
  JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));

/** Somebody else was faster. */
export function budgetMoved(name: string): AppError {
  return new AppError("budgetMoved", { name });
}
