import { addDays, dayOf, daysBetween, endOfMonth, monthOf, startOfDay } from "../calendar";
import { DAY_MS } from "../limits";

const SERIES_DAYS = 60;

/** The days a dashboard looks at, all as YYYY-MM-DD, both ends included. */
export interface DashboardPeriod {
  isCurrentMonth: boolean;
  firstDay: string;
  lastDay: string;
  dayCount: number;
  previousFirstDay: string;
  previousDayCount: number;
  /** The days of the chart: up to today, or to the end of a month that is over. */
  seriesDays: string[];
  /** The first day that any figure needs, and the last. */
  readFrom: string;
  readTo: string;
}

/** @param month YYYY-MM; a future one, like none, is the current one */
export function dashboardPeriod(now: Date, month: string | undefined): DashboardPeriod {
  const today = dayOf(now);
  const isCurrentMonth = !month || month >= today.slice(0, 7);
  const firstDay = isCurrentMonth ? monthOf(today) : `${month}-01`;
  const lastDay = addDays(dayOf(endOfMonth(firstDay)), -1);
  const previousFirstDay = monthOf(addDays(firstDay, -1));
  const readTo = isCurrentMonth ? today : lastDay;
  const seriesFirstDay = addDays(readTo, 1 - SERIES_DAYS);
  return {
    isCurrentMonth,
    firstDay,
    lastDay,
    dayCount: daysBetween(firstDay, lastDay).length,
    previousFirstDay,
    previousDayCount: daysBetween(previousFirstDay, firstDay).length - 1,
    seriesDays: daysBetween(seriesFirstDay, readTo),
    readFrom: seriesFirstDay < previousFirstDay ? seriesFirstDay : previousFirstDay,
    readTo,
  };
}

/**
 * How much of the month is in the figures, in days: all of a month that is over; of the current one the days
 * up to the last one that has a cost, and of today the part that has passed.
 */
export function countedDays(period: DashboardPeriod, measuredUntil: string | null, now: Date): number {
  if (!period.isCurrentMonth) return period.dayCount;
  if (measuredUntil === null || measuredUntil < period.firstDay) return 0;
  if (measuredUntil < period.readTo) return daysBetween(period.firstDay, measuredUntil).length;
  return (now.getTime() - startOfDay(period.firstDay).getTime()) / DAY_MS;
}

/**
 * On how many days of both months something was there that cost something first on `since`. From then on it
 * counts: what began within the month before was as dear a day then, and what has gone saves.
 *
 * @param counted see `countedDays`
 */
export function daysOf(
  period: DashboardPeriod,
  counted: number,
  since: string,
): { days: number; previousDays: number } {
  const before = (first: string) => Math.max(0, daysBetween(first, since).length - 1);
  return {
    days: Math.max(0, counted - before(period.firstDay)),
    previousDays: Math.max(0, period.previousDayCount - before(period.previousFirstDay)),
  };
}
