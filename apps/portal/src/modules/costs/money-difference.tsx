"use client";
import { isNegativeDecimal } from "@greenroom/pricing/schema";
import { cn, Money } from "@greenroom/ui";

/** "+$43.07 /mo" or "−$2.00", coloured by whether it costs more. `usd` is a decimal number as text. */
export function MoneyDifference({
  usd,
  period,
  className,
}: {
  usd: string;
  period?: string;
  className?: string;
}) {
  const isLess = isNegativeDecimal(usd);
  return (
    <span className={cn("whitespace-nowrap", isLess ? "text-good" : "text-attention", className)}>
      {isLess ? "−" : "+"}
      <Money usd={usd.replace("-", "")} period={period} />
    </span>
  );
}
