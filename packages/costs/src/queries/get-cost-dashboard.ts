import type { Stage } from "@greenroom/environments/schema";
import { listTeamsByIds } from "@greenroom/identity";
import type { Actor } from "@greenroom/identity/schema";
import { Decimal } from "@greenroom/pricing";
import type { Database } from "@greenroom/prisma";
import { USD_DECIMALS } from "../limits";
import type { CostDashboard, CostDashboardInput, CostGroup, EnvironmentCostRow } from "../schema";
import { countedDays, type DashboardPeriod, dashboardPeriod, daysOf } from "./dashboard-period";
import {
  type DayRow,
  type EnvironmentCostRecord,
  readDays,
  readEnvironments,
  readMeasuredUntil,
  readTotals,
  type TotalRow,
} from "./dashboard-rows";
import { readTeamMonths, type TeamMonth } from "./month-forecast";
import { teamsInScope } from "./teams-in-scope";

/** Rows of a table; all others are summed. */
const MAX_ROWS = 20;
const MAX_MOVERS = 5;
/** Parts of a day in the chart; all others are summed. */
const MAX_SERVICES = 6;

export interface CostDashboardDeps {
  db: Database;
  now: () => Date;
  /** What the portal shows won by; null: it shows none. */
  krw: CostDashboard["krw"];
}

/**
 * How sums of both months are turned into figures that can be compared; `since` is the first day that there
 * was a cost.
 */
type Compare = (
  usd: Decimal,
  previousUsd: Decimal,
  since: string,
) => Pick<EnvironmentCostRow, "usd" | "previousUsd" | "dailyChangePercent" | "dailyChangeUsd">;

/** What the teams of the actor spend: the month so far, where it went, where it goes, and what changed. */
export async function getCostDashboard(
  deps: CostDashboardDeps,
  actor: Actor,
  input: CostDashboardInput,
): Promise<CostDashboard> {
  const now = deps.now();
  const period = dashboardPeriod(now, input.month);
  const scope = { teamIds: teamsInScope(actor, input.teamId), stage: input.stage };
  const measuredUntil = await readMeasuredUntil(deps.db, period);
  const counted = countedDays(period, measuredUntil, now);
  const [totals, dayRows, months, environments] = await Promise.all([
    readTotals(deps.db, scope, period),
    readDays(deps.db, scope, period),
    readTeamMonths(deps.db, scope, now),
    readEnvironments(deps.db, scope, period, { dearest: MAX_ROWS, movers: MAX_MOVERS, counted }),
  ]);
  const teams = await listTeamsByIds(deps.db, [
    ...[...totals, ...environments].flatMap(({ teamId }) => (teamId ? [teamId] : [])),
    ...months.map(({ teamId }) => teamId),
  ]);
  const nameOfTeam = (teamId: string) => teams.get(teamId)?.name ?? teamId;
  const compare = comparing(period, counted);
  const sinceOf = firstDays(dayRows, environments, period);
  const group = (key: GroupKey, nameOf = (name: string) => name) =>
    toGroup(
      totals,
      key,
      period,
      (usd, previousUsd, keys) => compare(usd, previousUsd, sinceOf[key](keys)),
      nameOf,
    );
  return {
    currency: "USD",
    month: period.firstDay.slice(0, 7),
    previousMonth: period.previousFirstDay.slice(0, 7),
    isCurrentMonth: period.isCurrentMonth,
    measuredUntil,
    ...withoutDailyUsd(
      compare(
        ...sumOfMonths(
          totals.filter(({ teamId }) => teamId !== null),
          period,
        ),
        sinceOf.all(),
      ),
    ),
    forecast: period.isCurrentMonth ? toForecast(months) : null,
    teams: group("teamId", nameOfTeam),
    stages: group("stage"),
    services: group("service"),
    environments: toEnvironments(environments, compare, nameOfTeam),
    movers: environments
      .filter(({ list }) => list === "MOVER")
      .map((record) => toEnvironmentRow(record, compare, nameOfTeam)),
    daily: toDaily(dayRows, period),
    expected: toExpected(months, nameOfTeam),
    krw: deps.krw,
  };
}

const toText = (usd: Decimal): string => usd.toDecimalPlaces(USD_DECIMALS).toFixed();

function toForecast(months: readonly TeamMonth[]): CostDashboard["forecast"] {
  const restUsd = sumOf(months, "restUsd");
  return {
    usd: toText(sumOf(months, "soFarUsd").plus(restUsd)),
    restUsd: toText(restUsd),
    dailyUsd: toText(sumOf(months, "dailyUsd")),
  };
}

function toExpected(
  months: readonly TeamMonth[],
  nameOfTeam: (teamId: string) => string,
): CostDashboard["expected"] {
  const count = (key: "environmentCount" | "withoutEstimateCount" | "leastCount") =>
    months.reduce((sum, month) => sum + month[key], 0);
  return {
    monthlyUsd: toText(sumOf(months, "monthlyUsd")),
    environmentCount: count("environmentCount"),
    withoutEstimateCount: count("withoutEstimateCount"),
    leastCount: count("leastCount"),
    teams: months
      .filter(({ environmentCount }) => environmentCount > 0)
      .map(({ teamId, monthlyUsd, environmentCount, leastCount }) => ({
        teamId,
        name: nameOfTeam(teamId),
        monthlyUsd: toText(monthlyUsd),
        environmentCount,
        isAtLeast: leastCount > 0,
      })),
  };
}

const sumOf = (
  months: readonly TeamMonth[],
  key: "soFarUsd" | "restUsd" | "dailyUsd" | "monthlyUsd",
): Decimal => months.reduce((sum, month) => sum.plus(month[key]), new Decimal(0));

function comparing(period: DashboardPeriod, counted: number): Compare {
  return (usd, previousUsd, since) => {
    const { days, previousDays } = daysOf(period, counted, since);
    const meanOf = (sum: Decimal, count: number) => (count > 0 ? sum.div(count) : new Decimal(0));
    const previousDaily = meanOf(previousUsd, previousDays);
    const change = counted > 0 ? meanOf(usd, days).minus(previousDaily) : new Decimal(0);
    const isComparable = counted > 0 && previousDaily.gt(0);
    return {
      usd: toText(usd),
      previousUsd: toText(previousUsd),
      dailyChangePercent: isComparable ? change.div(previousDaily).times(100).toFixed(1) : null,
      dailyChangeUsd: toText(change),
    };
  };
}

function withoutDailyUsd({ dailyChangeUsd: _, ...compared }: ReturnType<Compare>) {
  return compared;
}

type GroupKey = "teamId" | "stage" | "service";

/** The first day of both months on which some teams, stages or services, or anything, cost anything. */
function firstDays(
  dayRows: readonly DayRow[],
  environments: readonly EnvironmentCostRecord[],
  { previousFirstDay }: DashboardPeriod,
) {
  const firstOf = (days: readonly string[]) => {
    const [first = previousFirstDay] = days.toSorted();
    return first > previousFirstDay ? first : previousFirstDay;
  };
  const services = new Map<string, string>();
  for (const { service, day } of dayRows) services.set(service, firstOf([day, services.get(service) ?? day]));
  const listed = (list: "TEAM" | "STAGE", key: "teamId" | "stage") => (keys: readonly string[]) =>
    firstOf(
      environments.filter((row) => row.list === list && keys.includes(row[key])).map(({ since }) => since),
    );
  return {
    teamId: listed("TEAM", "teamId"),
    stage: listed("STAGE", "stage"),
    service: (keys: readonly string[]) => firstOf(keys.flatMap((service) => services.get(service) ?? [])),
    all: () => firstOf([...services.values()]),
  };
}

function sumBy(rows: readonly DayRow[], keyOf: (row: DayRow) => string): Map<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? new Decimal(0)).plus(row.usd));
  return sums;
}

/** What was spent in the month, and in the month before. */
function sumOfMonths(rows: readonly TotalRow[], period: DashboardPeriod): [Decimal, Decimal] {
  const of = (month: string) =>
    Decimal.sum(0, ...rows.filter((row) => row.month === month).map(({ usd }) => usd));
  return [of(period.firstDay), of(period.previousFirstDay)];
}

function toGroup(
  totals: readonly TotalRow[],
  key: GroupKey,
  period: DashboardPeriod,
  compare: (usd: Decimal, previousUsd: Decimal, keys: readonly string[]) => ReturnType<Compare>,
  nameOf: (key: string) => string,
): CostGroup {
  const rows = totals.filter((row) => row[key] !== null);
  const months = [period.firstDay, period.previousFirstDay];
  const keys = [
    ...new Set(
      months.flatMap((month) => rows.filter((row) => row.month === month).map((row) => row[key] ?? "")),
    ),
  ];
  const rowsOf = (some: readonly string[]) => rows.filter((row) => some.includes(row[key] ?? ""));
  const others = keys.slice(MAX_ROWS);
  return {
    rows: keys.slice(0, MAX_ROWS).map((one) => ({
      key: one,
      name: nameOf(one),
      ...withoutDailyUsd(compare(...sumOfMonths(rowsOf([one]), period), [one])),
    })),
    rest:
      others.length === 0
        ? null
        : {
            count: others.length,
            ...withoutDailyUsd(compare(...sumOfMonths(rowsOf(others), period), others)),
          },
  };
}

function toEnvironmentRow(
  record: EnvironmentCostRecord,
  compare: Compare,
  nameOfTeam: (teamId: string) => string,
): EnvironmentCostRow {
  return {
    environmentId: record.id,
    name: record.name,
    teamName: nameOfTeam(record.teamId),
    stage: record.stage as Stage,
    status: record.status,
    expectedUsd: record.expectedUsd,
    isExpectedAtLeast: record.isExpectedAtLeast,
    ...compare(new Decimal(record.usd), new Decimal(record.previousUsd), record.since),
  };
}

function toEnvironments(
  records: readonly EnvironmentCostRecord[],
  compare: Compare,
  nameOfTeam: (teamId: string) => string,
): CostDashboard["environments"] {
  const rest = records.find(({ list, count }) => list === "REST" && count > 0);
  return {
    rows: records
      .filter(({ list }) => list === "DEAREST")
      .map((record) => toEnvironmentRow(record, compare, nameOfTeam)),
    rest: rest
      ? {
          count: rest.count,
          ...withoutDailyUsd(compare(new Decimal(rest.usd), new Decimal(rest.previousUsd), rest.since)),
        }
      : null,
  };
}

function toDaily(known: readonly DayRow[], { seriesDays }: DashboardPeriod): CostDashboard["daily"] {
  const rows = known.filter(({ day }) => day >= (seriesDays[0] ?? ""));
  const byService = [...sumBy(rows, ({ service }) => service)].sort(([, a], [, b]) => b.comparedTo(a));
  const shown = byService.slice(0, MAX_SERVICES).map(([service]) => service);
  const services = byService.length > MAX_SERVICES ? [...shown, null] : shown;
  const columnOf = (service: string) => (shown.includes(service) ? service : "");
  const sums = sumBy(rows, ({ day, service }) => `${day} ${columnOf(service)}`);
  return {
    services,
    days: seriesDays.map((day) => ({
      day,
      usd: services.map((service) => toText(sums.get(`${day} ${service ?? ""}`) ?? new Decimal(0))),
    })),
  };
}
