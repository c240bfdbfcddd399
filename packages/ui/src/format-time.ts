import { memoize } from "./memoize";

const relativeFormatOf = memoize(
  (locale) => new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" }),
);
const exactFormatOf = memoize(
  (locale, timeZone) =>
    new Intl.DateTimeFormat(locale, {
      year: "numeric",
      month: "short",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
      timeZoneName: "short",
      timeZone,
    }),
);

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * "3 min ago", "in 2 days": the distance of a time from now, in the largest unit that fits. Under a minute it
 * is "now".
 */
export function formatRelativeTime(at: Date, now: number, locale: string): string {
  const seconds = Math.round((at.getTime() - now) / 1000);
  const size = Math.abs(seconds);
  const format = relativeFormatOf(locale);
  if (size < MINUTE) return format.format(0, "second");
  if (size < HOUR) return format.format(Math.trunc(seconds / MINUTE), "minute");
  if (size < DAY) return format.format(Math.trunc(seconds / HOUR), "hour");
  // What lies ahead is told to the nearest day: an end in 14 days that was set a second ago is not one in 13.
  return format.format(seconds > 0 ? Math.round(seconds / DAY) : Math.trunc(seconds / DAY), "day");
}

/** "in 12 sec.", for what comes soon; "now" when its time has come. From a minute on the same as above. */
export function formatCountdown(at: Date, now: number, locale: string): string {
  const seconds = Math.ceil((at.getTime() - now) / 1000);
  if (seconds <= 0 || seconds >= MINUTE) return formatRelativeTime(at, Math.min(now, at.getTime()), locale);
  return relativeFormatOf(locale).format(seconds, "second");
}

/**
 * Date and time to the second, with the zone's name. @param timeZone IANA name; the reader's own when absent.
 */
export function formatExactTime(at: Date, locale: string, timeZone?: string): string {
  return exactFormatOf(locale, timeZone).format(at);
}

const clockFormatOf = memoize(
  (locale, timeZone) =>
    new Intl.DateTimeFormat(locale, {
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
      timeZone,
    }),
);

/** "14:03:27", the same in every language. @param timeZone IANA name; the reader's own when absent. */
export const formatClockTime = (at: Date, timeZone?: string): string =>
  clockFormatOf("en-GB", timeZone).format(at);

/**
 * A span of time: "4.2 s" under ten seconds, then "42 s", "3 m 05 s", "2 h 07 m"; in Korean "42초", "3분 05초".
 */
export function formatDuration(milliseconds: number, locale: string): string {
  const unit = locale === "ko" ? { s: "초", m: "분", h: "시간" } : { s: " s", m: " m", h: " h" };
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)}${unit.s}`;
  const whole = Math.round(seconds);
  if (whole < MINUTE) return `${whole}${unit.s}`;
  if (whole < HOUR) return `${Math.floor(whole / MINUTE)}${unit.m} ${padded(whole % MINUTE)}${unit.s}`;
  return `${Math.floor(whole / HOUR)}${unit.h} ${padded(Math.floor((whole % HOUR) / MINUTE))}${unit.m}`;
}

const padded = (count: number): string => String(count).padStart(2, "0");
