"use client";
import { cn } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { isNegativeDecimal } from "../../components/decimal";

/** How much more a day costs than in the month before: "+12.3 %", or that it is new. Decimals as text. */
export function CostChange({ percent, usd }: { percent: string | null; usd: string }) {
  const t = useTranslations("costs");
  if (percent === null) {
    return <span className="text-ink-muted">{Number(usd) > 0 ? t("isNew") : "–"}</span>;
  }
  const isLess = isNegativeDecimal(percent);
  const isSame = /^-?0+(\.0+)?$/.test(percent);
  return (
    <span
      className={cn(
        "whitespace-nowrap tabular-nums",
        isSame ? "text-ink-muted" : isLess ? "text-good" : "text-attention",
      )}
    >
      {isSame ? "±0" : `${isLess ? "−" : "+"}${percent.replace("-", "")}`} %
    </span>
  );
}
