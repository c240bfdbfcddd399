import { act, appendAudit } from "@greenroom/audit";
import { AppError } from "@greenroom/errors";
import { listTeamsByIds } from "@greenroom/identity";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database, Transaction } from "@greenroom/prisma";
import type { BudgetSubject } from "../queries/budget-access";

/**
 * Says that somebody has seen an alert and takes it from there. The first to say so stays; saying it again
 * changes nothing.
 * @throws NOT_FOUND also for an alert of a team the actor does not see, FORBIDDEN
 */
export async function acknowledgeAlert(
  { db, now }: { db: Database; now: () => Date },
  actor: Actor,
  { alertId }: { alertId: string },
): Promise<void> {
  await act({ db, now }, actor, async (tx, actor) => {
    const alert = await tx.budgetAlert.findUnique({ where: { id: alertId }, include: { budget: true } });
    const teamId = alert?.budget.teamId ?? "";
    if (!alert || !may(actor, "budget.view", { teamId })) throw notThere();
    if (!may(actor, "budget.acknowledge", { teamId })) throw notAllowed();
    const { count } = await tx.budgetAlert.updateMany({
      where: { id: alertId, acknowledgedAt: null },
      data: { acknowledgedAt: now(), acknowledgedById: actor.userId },
    });
    if (count === 0) return;
    const { kind, value, usd, trigger, budgetId } = alert;
    await appendAudit(tx, {
      actor,
      action: "budget.alertAcknowledged",
      subject: { id: budgetId, name: await nameOf(tx, alert.budget) },
      teamId,
      details: { kind, value: value.toFixed(), usd: usd.toFixed(), trigger },
      now: now(),
    });
  });
}

/** Of the environment, or of the team. */
async function nameOf(tx: Transaction, { teamId, environmentId }: BudgetSubject): Promise<string> {
  if (environmentId === null) return (await listTeamsByIds(tx, [teamId])).get(teamId)?.name ?? teamId;
  const environment = await tx.environment.findUnique({ where: { id: environmentId } });
  return environment?.name ?? environmentId;
}

function notThere(): AppError {
  return new AppError("budgetAlertNotFound");
}

function notAllowed(): AppError {
  return new AppError("budgetAlertNotYours");
}
