import { appendAudit } from "@greenroom/audit";
import type { Database } from "@greenroom/prisma";
import { billedDays, type NamedEnvironment } from "../billed-days";
import { addDays, dayOf, startOfDay } from "../calendar";
import type { CostExplorer } from "../cost-explorer";
import { IMPORT_DAYS } from "../limits";
import { type ImportOutcome, importDailyCosts } from "./import-daily-costs";

export interface BilledCostsDeps {
  db: Database;
  now: () => Date;
  costExplorer: CostExplorer;
}

/**
 * Imports what AWS billed for the last five weeks up to yesterday, so that late corrections arrive; until AWS tells of a day, what
 * was metered stands. A transaction and an audit event for each day that changed, since a day's figures belong together.
 *
 * @returns the days whose figures changed
 * @throws AppError of the cost explorer; days imported before stay
 */
export async function importBilledCosts(deps: BilledCostsDeps): Promise<ImportOutcome["changed"]> {
  const { db, now, costExplorer } = deps;
  const today = dayOf(now());
  const range = { firstDay: addDays(today, -IMPORT_DAYS), lastDay: addDays(today, -1) };
  const { costs, estimatedDays } = await costExplorer.listDailyCosts(range);
  const environments = await listNamed(db, [...new Set(costs.map(({ environmentName }) => environmentName))]);
  const known = await listBilled(db, range);
  const changed: ImportOutcome["changed"] = [];
  for (const [day, days] of billedDays(costs, environments, known, new Set(estimatedDays))) {
    const outcome = await importDailyCosts(deps, { source: "COST_EXPLORER", days }, (tx, { rows }) =>
      appendAudit(tx, {
        actor: null,
        action: "costs.imported",
        subject: { id: day, name: day },
        teamId: null,
        details: { source: "COST_EXPLORER", rows, environments: days.length },
        now: now(),
      }),
    );
    changed.push(...outcome.changed);
  }
  return changed;
}

/** Everything that ever had one of the names; a name is free again when its environment is destroyed. */
async function listNamed(db: Database, names: string[]): Promise<NamedEnvironment[]> {
  return db.environment.findMany({
    where: { name: { in: names } },
    select: { id: true, name: true, createdAt: true },
    orderBy: { createdAt: "asc" },
  });
}

/** Days that AWS told of before: what it tells no more of was taken back. */
async function listBilled(
  db: Database,
  { firstDay, lastDay }: { firstDay: string; lastDay: string },
): Promise<{ environmentId: string; day: string }[]> {
  const rows = await db.dailyCost.findMany({
    where: { source: "COST_EXPLORER", day: { gte: startOfDay(firstDay), lte: startOfDay(lastDay) } },
    select: { environmentId: true, day: true },
    distinct: ["environmentId", "day"],
  });
  return rows.map(({ environmentId, day }) => ({ environmentId, day: dayOf(day) }));
}
