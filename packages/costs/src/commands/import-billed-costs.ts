import { appendAudit } from "@greenroom/audit";
import { fromUnknown } from "@greenroom/errors";
import type { Logger } from "@greenroom/logger";
import type { Database } from "@greenroom/prisma";
import { billedDays, type NamedEnvironment } from "../billed-days";
import { addDays, dayOf, startOfDay } from "../calendar";
import type { BilledAccount, CostExplorer } from "../cost-explorer";
import { IMPORT_DAYS } from "../limits";
import { type ImportOutcome, importDailyCosts } from "./import-daily-costs";

export interface BilledCostsDeps {
  db: Database;
  now: () => Date;
  costExplorer: CostExplorer;
  log: Logger;
}

/**
 * Imports what AWS billed each account for the last five weeks up to yesterday, so that late corrections
 * arrive; until AWS tells of a day, what was metered stands. A transaction and an audit event for each
 * account and day that changed, since a day's figures belong together. An account that cannot be asked keeps
 * what it has, and the others are asked all the same.
 *
 * @returns the days whose figures changed
 * @throws AppError of the cost explorer when no account could be asked; days imported before stay
 */
export async function importBilledCosts(deps: BilledCostsDeps): Promise<ImportOutcome["changed"]> {
  const changed: ImportOutcome["changed"] = [];
  const failures: unknown[] = [];
  const accounts = await deps.db.cloudAccount.findMany({
    where: { environments: { some: {} } },
    orderBy: { accountId: "asc" },
  });
  for (const account of accounts) {
    try {
      changed.push(...(await importBillOf(deps, account)));
    } catch (error) {
      const { accountId } = account;
      deps.log.warn(
        { err: fromUnknown(error), accountId },
        "What AWS billed this account could not be read.",
      );
      failures.push(error);
    }
  }
  if (failures.length > 0 && failures.length === accounts.length) throw failures[0];
  return changed;
}

async function importBillOf(
  deps: BilledCostsDeps,
  account: BilledAccount & { id: string },
): Promise<ImportOutcome["changed"]> {
  const { db, now, costExplorer } = deps;
  const today = dayOf(now());
  const range = { firstDay: addDays(today, -IMPORT_DAYS), lastDay: addDays(today, -1) };
  const { costs, estimatedDays } = await costExplorer.listDailyCosts(account, range);
  const names = [...new Set(costs.map(({ environmentName }) => environmentName))];
  const environments = await listNamed(db, account.id, names);
  const known = await listBilled(db, account.id, range);
  const changed: ImportOutcome["changed"] = [];
  for (const [day, days] of billedDays(costs, environments, known, new Set(estimatedDays))) {
    const outcome = await importDailyCosts(deps, { source: "COST_EXPLORER", days }, (tx, { rows }) =>
      appendAudit(tx, {
        actor: null,
        action: "costs.imported",
        subject: { id: day, name: day },
        teamId: null,
        details: { source: "COST_EXPLORER", accountId: account.accountId, rows, environments: days.length },
        now: now(),
      }),
    );
    changed.push(...outcome.changed);
  }
  return changed;
}

/**
 * Everything in the account that ever had one of the names; a name is free again when its environment is
 * destroyed.
 */
async function listNamed(db: Database, cloudAccountId: string, names: string[]): Promise<NamedEnvironment[]> {
  return db.environment.findMany({
    where: { cloudAccountId, name: { in: names } },
    select: { id: true, name: true, createdAt: true },
    orderBy: { createdAt: "asc" },
  });
}

/** Days that AWS told of before: what it tells no more of was taken back. */
async function listBilled(
  db: Database,
  cloudAccountId: string,
  { firstDay, lastDay }: { firstDay: string; lastDay: string },
): Promise<{ environmentId: string; day: string }[]> {
  const ofAccount = await db.environment.findMany({ where: { cloudAccountId }, select: { id: true } });
  const rows = await db.dailyCost.findMany({
    where: {
      environmentId: { in: ofAccount.map(({ id }) => id) },
      source: "COST_EXPLORER",
      day: { gte: startOfDay(firstDay), lte: startOfDay(lastDay) },
    },
    select: { environmentId: true, day: true },
    distinct: ["environmentId", "day"],
  });
  return rows.map(({ environmentId, day }) => ({ environmentId, day: dayOf(day) }));
}
