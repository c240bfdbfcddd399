import { Decimal } from "decimal.js";
import { addDays, daysBetween, startOfDay } from "../calendar";
import { DAY_MS, USD_DECIMALS } from "../limits";
import type { CostDashboard } from "../schema";
import type { DashboardPeriod } from "./dashboard-period";

const WEEK_DAYS = 7;
/** AWS tells the cost of a day within three days; what is silent for longer costs nothing any more. */
const LATEST_NEWS_DAYS = 3;
const HOURS_A_MONTH = 730;

interface KnownCosts {
  /** The last day that any cost is known of. */
  measuredUntil: string | null;
  /** Dollars by day; days without a cost are left out. */
  costOfDay: ReadonlyMap<string, Decimal>;
  /** The estimates of the living environments, for a month of 730 hours. */
  expectedMonthlyUsd: Decimal;
}

/**
 * What the current month will cost: the days that are known, and the rest at the mean of the last seven full days. Where
 * there is no such week yet: what is known so far, and the rest at what the living environments are estimated to cost.
 *
 * @returns null for a month that is over
 */
export function forecastMonth(
  period: DashboardPeriod,
  now: Date,
  known: KnownCosts,
): CostDashboard["forecast"] {
  if (!period.isCurrentMonth) return null;
  const { firstDay, lastDay, readTo: today } = period;
  const { measuredUntil, costOfDay, expectedMonthlyUsd } = known;
  const costOf = (days: string[]) =>
    Decimal.sum(0, ...days.map((day) => costOfDay.get(day) ?? new Decimal(0)));
  const soFar = costOf(daysBetween(firstDay, today));
  const lastFullDay = between(addDays(today, -LATEST_NEWS_DAYS), measuredUntil ?? "", addDays(today, -1));
  const weekFirstDay = addDays(lastFullDay, 1 - WEEK_DAYS);
  const week = daysBetween(weekFirstDay, lastFullDay);
  if ([...costOfDay.keys()].some((day) => day <= weekFirstDay)) {
    const dailyUsd = costOf(week).div(WEEK_DAYS);
    const rest = daysBetween(latest(addDays(lastFullDay, 1), firstDay), lastDay).length;
    const usd = costOf(daysBetween(firstDay, lastFullDay)).plus(dailyUsd.times(rest));
    return { usd: toText(Decimal.max(usd, soFar)), basis: "LAST_7_DAYS", dailyUsd: toText(dailyUsd) };
  }
  const dailyUsd = expectedMonthlyUsd.div(HOURS_A_MONTH).times(24);
  const rest = (startOfDay(addDays(lastDay, 1)).getTime() - now.getTime()) / DAY_MS;
  return { usd: toText(soFar.plus(dailyUsd.times(rest))), basis: "ESTIMATES", dailyUsd: toText(dailyUsd) };
}

const latest = (a: string, b: string): string => (a > b ? a : b);
const between = (low: string, day: string, high: string): string => (day > high ? high : latest(low, day));

const toText = (usd: Decimal): string => usd.toDecimalPlaces(USD_DECIMALS).toFixed();
