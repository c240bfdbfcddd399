"use client";
import { useLocale } from "next-intl";

/** "November 2026" of "2026-11". Days and months of costs are UTC, as AWS bills them. */
export function useMonthText(): (month: string) => string {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" });
  return (month) => format.format(new Date(`${month}-01T00:00:00Z`));
}

/** "Nov 21" of "2026-11-21". */
export function useDayText(): (day: string) => string {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, { month: "short", day: "numeric", timeZone: "UTC" });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
}

/**
 * "Nov 1 – Nov 23": what a figure of a month that is not over is of. Joined here and not by
 * `Intl.formatRange`, whose spaces differ between Node's data and the browser's: what the server wrote would
 * not be what the browser writes.
 */
export function usePeriodText(): (firstDay: string, lastDay: string) => string {
  const dayText = useDayText();
  return (firstDay, lastDay) =>
    firstDay === lastDay ? dayText(firstDay) : `${dayText(firstDay)} – ${dayText(lastDay)}`;
}

/** The month that is so many before the one of `now`, as YYYY-MM. */
export const monthBefore = (now: Date, count: number): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 1)).toISOString().slice(0, 7);
