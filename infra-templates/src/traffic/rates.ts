import { DAYS_PER_MONTH } from "../model/usage-value";
import { HOURS_PER_DAY, type TrafficSettings } from "./settings";

type Rates = Pick<TrafficSettings, "requestsPerSecond" | "hoursPerDay" | "byHour">;

/**
 * Requests per second in each of a day's 24 hours: as given, or the one rate from midnight for as long as it
 * is in use.
 */
export function hourlyRates({ requestsPerSecond, hoursPerDay, byHour }: Rates): readonly number[] {
  if (byHour.length > 0) return byHour;
  const shareOf = (hour: number) => Math.min(1, Math.max(0, hoursPerDay - hour));
  return Array.from({ length: HOURS_PER_DAY }, (_, hour) => requestsPerSecond * shareOf(hour));
}

/** The mean over a day of what follows from each hour's requests per second. */
export function dailyMean(traffic: Rates, follow: (requestsPerSecond: number) => number): number {
  return hourlyRates(traffic).reduce((sum, rate) => sum + follow(rate), 0) / HOURS_PER_DAY;
}

/** Requests of a month (730 hours) at the expected rates. */
export function requestsPerMonth(traffic: Rates): number {
  return dailyMean(traffic, (rate) => rate) * 3600 * HOURS_PER_DAY * DAYS_PER_MONTH;
}

/**
 * Reservations of a month: the owners state no share, so one for 100 requests is assumed wherever it matters.
 */
export function reservationsPerMonth(traffic: TrafficSettings): number {
  return requestsPerMonth(traffic) * RESERVATION_SHARE;
}
export const RESERVATION_SHARE = 0.01;

/** Of the reservations that are made; the others expire. */
export const CONFIRMED_SHARE = 0.6;
