import { DAY_MS } from "./limits";

/** Days and months are UTC, as AWS bills them; a day is written YYYY-MM-DD. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** @param count may be negative */
export const addDays = (day: string, count: number): string =>
  dayOf(new Date(startOfDay(day).getTime() + count * DAY_MS));

/** First day of the month that `day` lies in. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** First moment of the month after `day`'s. */
export function endOfMonth(day: string): Date {
  const start = startOfDay(monthOf(day));
  return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1));
}

/** Every day from `first` to `last`, both included; none when `last` is before `first`. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
