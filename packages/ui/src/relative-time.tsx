"use client";
import { cn } from "./cn";
import {
  formatClockTime,
  formatCountdown,
  formatDuration,
  formatExactTime,
  formatRelativeTime,
} from "./format-time";
import { useUiLocale } from "./language";
import { Tooltip } from "./tooltip";
import { useIsInBrowser } from "./use-is-in-browser";
import { useNow } from "./use-now";

function ExactTimes({ value, locale }: { value: Date; locale: string }) {
  return (
    <span className="grid tabular-nums">
      <span>{formatExactTime(value, locale)}</span>
      <span className="text-ink-muted">{formatExactTime(value, locale, "Asia/Seoul")} (KST)</span>
    </span>
  );
}

/** "3 min ago"; on hover the exact time in the reader's zone and in Korea's. */
export function RelativeTime({ value }: { value: Date }) {
  const locale = useUiLocale();
  const now = useNow(20_000);
  return (
    <Tooltip content={<ExactTimes value={value} locale={locale} />}>
      <time dateTime={value.toISOString()} className="whitespace-nowrap" suppressHydrationWarning>
        {formatRelativeTime(value, now, locale)}
      </time>
    </Tooltip>
  );
}

/** "in 12 sec.", counting down; on hover the exact time. */
export function Countdown({ to }: { to: Date }) {
  const locale = useUiLocale();
  const now = useNow(1_000);
  return (
    <Tooltip content={<ExactTimes value={to} locale={locale} />}>
      <time dateTime={to.toISOString()} className="whitespace-nowrap tabular-nums" suppressHydrationWarning>
        {formatCountdown(to, now, locale)}
      </time>
    </Tooltip>
  );
}

/**
 * The exact time to the second; on hover Korea's too. The server does not know the reader's zone and says it
 * in UTC.
 */
export function ExactTime({ value }: { value: Date }) {
  const locale = useUiLocale();
  const isInBrowser = useIsInBrowser();
  return (
    <Tooltip content={<ExactTimes value={value} locale={locale} />}>
      <time dateTime={value.toISOString()} className="whitespace-nowrap tabular-nums">
        {formatExactTime(value, locale, isInBrowser ? undefined : "UTC")}
      </time>
    </Tooltip>
  );
}

/**
 * "14:03:27" in the reader's zone, for lists of many; the title has the exact time. Until the zone is known
 * it is UTC.
 */
export function ClockTime({ value, className }: { value: Date; className?: string }) {
  const timeZone = useIsInBrowser() ? undefined : "UTC";
  return (
    <time
      dateTime={value.toISOString()}
      title={value.toISOString()}
      className={cn("whitespace-nowrap tabular-nums", className)}
    >
      {formatClockTime(value, timeZone)}
    </time>
  );
}

/** How long something took, or has taken so far: it ticks while `to` is null. */
export function Duration({ from, to }: { from: Date; to: Date | null }) {
  const locale = useUiLocale();
  const now = useNow(to ? null : 500);
  return (
    <span className="whitespace-nowrap tabular-nums" suppressHydrationWarning>
      {formatDuration((to?.getTime() ?? now) - from.getTime(), locale)}
    </span>
  );
}
