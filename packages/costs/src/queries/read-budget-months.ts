import type { Database } from "@greenroom/prisma";
import { dayOf, daysBetween, monthOf, startOfDay } from "../calendar";
import { Decimal } from "../ranges";
import type { BudgetSubject } from "./budget-access";
import { dashboardPeriod } from "./dashboard-period";
import { readMeasuredUntil } from "./dashboard-rows";
import { environmentMonth } from "./environment-month";
import { readExpectedMonths } from "./expected-months";
import { forecastMonth } from "./forecast-month";

/** What a month comes to, for all that a budget is for. */
export interface BudgetMonth {
  soFarUsd: Decimal;
  /** Never below what there is so far; null when nothing lets expect the rest. */
  forecastUsd: Decimal | null;
  /** A month of all that exists and is approved. */
  expectedMonthlyUsd: Decimal;
}

/**
 * The month at hand of teams and environments, by the id of either: the figures that the cost pages show for them.
 * A destroyed environment keeps what it has cost; an unknown one is absent.
 */
export async function readBudgetMonths(
  db: Database,
  subjects: readonly BudgetSubject[],
  now: Date,
): Promise<Map<string, BudgetMonth>> {
  const teamIds = [...new Set(subjects.map(({ teamId }) => teamId))];
  const environmentIds = subjects.flatMap(({ environmentId }) => environmentId ?? []);
  const ofTeams = [
    ...new Set(subjects.flatMap(({ teamId, environmentId }) => (environmentId === null ? teamId : []))),
  ];
  const expected = await readExpectedMonths(db, teamIds, environmentIds);
  const expectedOf = (id: string) => expected.get(id) ?? new Decimal(0);
  return new Map([
    ...(await readTeamMonths(db, ofTeams, expectedOf, now)),
    ...(await readEnvironmentMonths(db, environmentIds, expectedOf, now)),
  ]);
}

async function readTeamMonths(
  db: Database,
  teamIds: readonly string[],
  expectedOf: (id: string) => Decimal,
  now: Date,
): Promise<[string, BudgetMonth][]> {
  if (teamIds.length === 0) return [];
  const period = dashboardPeriod(now, undefined);
  const [measuredUntil, rows] = await Promise.all([
    readMeasuredUntil(db, period),
    db.dailyTotal.groupBy({
      by: ["teamId", "day"],
      where: {
        teamId: { in: [...teamIds] },
        day: { gte: startOfDay(period.readFrom), lte: startOfDay(period.readTo) },
      },
      _sum: { usd: true },
    }),
  ]);
  const costs = new Map(teamIds.map((teamId) => [teamId, new Map<string, Decimal>()]));
  // A day that nothing was spent on is no day that is known of, as on the dashboard.
  for (const { teamId, day, _sum } of rows)
    if (_sum.usd && !_sum.usd.isZero()) costs.get(teamId)?.set(dayOf(day), new Decimal(_sum.usd.toFixed()));
  const ofMonth = daysBetween(period.firstDay, period.readTo);
  return [...costs].map(([teamId, costOfDay]) => {
    const expectedMonthlyUsd = expectedOf(teamId);
    const forecast = forecastMonth(period, now, { measuredUntil, costOfDay, expectedMonthlyUsd });
    const soFarUsd = Decimal.sum(0, ...ofMonth.map((day) => costOfDay.get(day) ?? 0));
    return [teamId, { soFarUsd, forecastUsd: forecast && new Decimal(forecast.usd), expectedMonthlyUsd }];
  });
}

async function readEnvironmentMonths(
  db: Database,
  environmentIds: readonly string[],
  expectedOf: (id: string) => Decimal,
  now: Date,
): Promise<[string, BudgetMonth][]> {
  if (environmentIds.length === 0) return [];
  const ids = [...environmentIds];
  const [environments, costs, meters] = await Promise.all([
    db.environment.findMany({
      where: { id: { in: ids } },
      select: { id: true, monthlyCostUsd: true, readyAt: true, destroyedAt: true },
    }),
    db.dailyCost.groupBy({
      by: ["environmentId", "day", "source"],
      where: { environmentId: { in: ids }, day: { gte: startOfDay(monthOf(dayOf(now))) } },
      _sum: { usd: true },
    }),
    db.costMeter.findMany({ where: { environmentId: { in: ids } } }),
  ]);
  const meteredUntil = new Map(meters.map((meter) => [meter.environmentId, meter.meteredUntil]));
  return environments.map((environment) => {
    const rows = costs
      .filter(({ environmentId }) => environmentId === environment.id)
      .map((row) => ({ ...row, usd: row._sum.usd ?? new Decimal(0) }));
    const month = environmentMonth(environment, rows, meteredUntil.get(environment.id), now);
    return [
      environment.id,
      {
        soFarUsd: month.soFarUsd,
        forecastUsd: month.forecastUsd,
        expectedMonthlyUsd: expectedOf(environment.id),
      },
    ];
  });
}
