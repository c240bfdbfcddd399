import { listTeamsByIds, listUsersByIds } from "@greenroom/identity";
import { may, visibleTeamIds } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import { LISTED_ALERTS } from "../limits";
import type { BudgetAlertView, ListBudgetAlertsInput } from "../schema";
import { readTrigger } from "../triggers";

/** Thresholds that were passed, of the budgets of the actor's teams, the newest first. */
export async function listBudgetAlerts(
  { db }: { db: Database },
  actor: Actor,
  { includeAcknowledged }: ListBudgetAlertsInput,
): Promise<BudgetAlertView[]> {
  const teamIds = visibleTeamIds(actor);
  const rows = await db.budgetAlert.findMany({
    where: {
      ...(teamIds && { budget: { teamId: { in: teamIds } } }),
      ...(includeAcknowledged ? {} : { acknowledgedAt: null }),
    },
    include: { budget: { select: { teamId: true, environmentId: true } } },
    orderBy: [{ raisedAt: "desc" }, { id: "desc" }],
    take: LISTED_ALERTS,
  });
  const [teams, environments, users] = await Promise.all([
    listTeamsByIds(
      db,
      rows.map(({ budget }) => budget.teamId),
    ),
    db.environment.findMany({
      where: { id: { in: rows.flatMap(({ budget }) => budget.environmentId ?? []) } },
      select: { id: true, name: true },
    }),
    listUsersByIds(
      db,
      rows.flatMap(({ acknowledgedById }) => acknowledgedById ?? []),
    ),
  ]);
  const nameOf = new Map(environments.map(({ id, name }) => [id, name]));
  return rows.map(({ budget: { teamId, environmentId }, ...row }) => {
    const { month, requestId } = readTrigger(row.trigger);
    return {
      id: row.id,
      name: (environmentId === null ? teams.get(teamId)?.name : nameOf.get(environmentId)) ?? teamId,
      teamId,
      environmentId,
      month,
      kind: row.kind,
      value: row.value.toFixed(),
      effect: row.effect,
      figure: row.figure,
      usd: row.usd.toFixed(),
      limitUsd: row.limitUsd.toFixed(),
      raisedAt: row.raisedAt,
      request: requestId === null ? null : { id: requestId, name: row.requestName ?? "" },
      acknowledged: row.acknowledgedAt && {
        at: row.acknowledgedAt,
        byName: users.get(row.acknowledgedById ?? "")?.name ?? "",
      },
      canAcknowledge: row.acknowledgedAt === null && may(actor, "budget.acknowledge", { teamId }),
    };
  });
}
