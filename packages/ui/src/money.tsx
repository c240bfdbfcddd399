"use client";
import { cn } from "./cn";
import { formatMoney } from "./format-money";
import { useUiLocale } from "./language";

/**
 * An amount with its currency and its period ("$86.14 /mo", in Korean "$86.14/월"), in figures that line up.
 * `usd` is a decimal number as text.
 */
export function Money({ usd, period, className }: { usd: string; period?: string; className?: string }) {
  const locale = useUiLocale();
  return (
    <span className={cn("whitespace-nowrap tabular-nums", className)}>
      {formatMoney(usd, locale)}
      {period ? (
        <span className="font-normal text-ink-muted">
          {locale === "ko" ? "" : " "}
          {period}
        </span>
      ) : null}
    </span>
  );
}
