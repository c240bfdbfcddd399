import { act, appendAudit } from "@greenroom/audit";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import { getBudgetSubject } from "../queries/budget-access";
import type { RemoveBudgetInput } from "../schema";
import { budgetMoved } from "./set-budget";

/**
 * Takes a budget away, with its thresholds and alerts: nothing is held against it any more. Does nothing
 * where there is none.
 * @throws NOT_FOUND, FORBIDDEN, or STALE when it was changed since the reader's version
 */
export async function removeBudget(
  { db, now }: { db: Database; now: () => Date },
  actor: Actor,
  { teamId, environmentId, version }: RemoveBudgetInput,
): Promise<void> {
  await act({ db, now }, actor, async (tx, actor) => {
    const { name } = await getBudgetSubject(tx, actor, { teamId, environmentId });
    const budget = await tx.budget.findFirst({ where: { teamId, environmentId } });
    if (!budget) return;
    const { count } = await tx.budget.deleteMany({ where: { id: budget.id, version } });
    if (count === 0) throw budgetMoved(name);
    await appendAudit(tx, {
      actor,
      action: "budget.removed",
      subject: { id: budget.id, name },
      teamId,
      details: { environmentId, monthlyUsd: budget.monthlyUsd.toFixed() },
      now: now(),
    });
  });
}
