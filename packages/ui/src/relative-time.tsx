"use client";
import { formatCountdown, formatDuration, formatExactTime, formatRelativeTime } from "./format-time";
import { useUiLocale } from "./locale";
import { Tooltip } from "./tooltip";
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

/** The exact time to the second; on hover Korea's too. The server does not know the reader's zone and says it in UTC. */
export function ExactTime({ value }: { value: Date }) {
  const locale = useUiLocale();
  const isInBrowser = useNow(null) > 0 && typeof window !== "undefined";
  return (
    <Tooltip content={<ExactTimes value={value} locale={locale} />}>
      <time
        dateTime={value.toISOString()}
        className="whitespace-nowrap tabular-nums"
        suppressHydrationWarning
      >
        {formatExactTime(value, locale, isInBrowser ? undefined : "UTC")}
      </time>
    </Tooltip>
  );
}

/** How long something took, or has taken so far: it ticks while `to` is null. */
export function Duration({ from, to }: { from: Date; to: Date | null }) {
  const now = useNow(to ? null : 500);
  return (
    <span className="whitespace-nowrap tabular-nums" suppressHydrationWarning>
      {formatDuration((to?.getTime() ?? now) - from.getTime())}
    </span>
  );
}
