"use client";
import { isNegativeDecimal } from "@greenroom/pricing/schema";
import { cn } from "@greenroom/ui";
import { useLocale, useTranslations } from "next-intl";
import { formatPercentChange } from "./format-percent-change";

/** How much more a day costs than in the month before: "+12.3 %", or that it is new. Decimals as text. */
export function CostChange({ percent, usd }: { percent: string | null; usd: string }) {
  const t = useTranslations("costs");
  const locale = useLocale();
  if (percent === null) {
    return <span className="text-ink-muted">{Number(usd) > 0 ? t("isNew") : "–"}</span>;
  }
  const text = formatPercentChange(percent, locale);
  const isSame = text.startsWith("±");
  return (
    <span
      className={cn(
        "whitespace-nowrap tabular-nums",
        isSame ? "text-ink-muted" : isNegativeDecimal(percent) ? "text-good" : "text-attention",
      )}
    >
      {text}
    </span>
  );
}
