import { z } from "zod";

/** Hours of a month, as AWS's own calculators and Infracost count them. */
export const HOURS_PER_MONTH = 730;
const HOURS_PER_DAY = 24;
const DAYS_PER_WEEK = 7;

/** When something exists: so many hours on so many days of each week, and not between. */
export const sleepScheduleSchema = z.strictObject({
  hoursPerDay: z.number().min(1).max(HOURS_PER_DAY),
  daysPerWeek: z.number().int().min(1).max(DAYS_PER_WEEK),
});
export type SleepSchedule = z.infer<typeof sleepScheduleSchema>;

/** Hours a month that it exists by a schedule: 12 hours on 5 days are 35.7 % of 730. */
export function awakeHours({ hoursPerDay, daysPerWeek }: SleepSchedule): number {
  return (HOURS_PER_MONTH * hoursPerDay * daysPerWeek) / (HOURS_PER_DAY * DAYS_PER_WEEK);
}

/** Decimal places of a dollar that an amount of days keeps. */
const PLACES = 4;

/**
 * What a month's cost comes to over some days: hourly charges by their hours, charges by the month pro rata,
 * and use as expected in that time. With a month of 730 hours all three are days x 24 / 730 of it, by which
 * the meter counts too. AWS charges a few things (a hosted zone) for the whole month however short it is;
 * they are pro rata here.
 * @param monthlyUsd decimal text, never a float: it is multiplied in whole numbers
 * @param days whole
 * @returns decimal text with four places, rounded to the nearest
 */
export function costOfDays(monthlyUsd: string, days: number): string {
  const [whole = "0", fraction = ""] = monthlyUsd.split(".");
  const digits = BigInt(whole + fraction) * BigInt(days * HOURS_PER_DAY) * 10n ** BigInt(PLACES);
  const by = BigInt(HOURS_PER_MONTH) * 10n ** BigInt(fraction.length);
  const rounded = ((digits * 2n + by) / (by * 2n)).toString().padStart(PLACES + 1, "0");
  return `${rounded.slice(0, -PLACES)}.${rounded.slice(-PLACES)}`;
}
