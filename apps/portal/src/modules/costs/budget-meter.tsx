"use client";
import { cn, setStyle } from "@greenroom/ui";

/** A share of the bar in percent. Pixels may be rounded as money may not. */
const share = (usd: string, of: number) => Math.min(100, Math.max(0, (Number(usd) / of) * 100));

/**
 * A bar with the budget as a line on it: what is sure, and what is to come beyond it, lighter. Whoever shows
 * it says the same figures in words beside it, so the bar itself is hidden from those who listen.
 */
export function BudgetMeter({
  budgetUsd,
  sureUsd,
  toComeUsd,
}: {
  budgetUsd: string;
  sureUsd: string;
  /** Null where it is unknown. */
  toComeUsd: string | null;
}) {
  const most = Math.max(Number(budgetUsd) * 1.1, Number(sureUsd), Number(toComeUsd ?? 0));
  const isOver = (usd: string | null) => usd !== null && Number(usd) > Number(budgetUsd);
  const tone = isOver(sureUsd) ? "bg-bad" : isOver(toComeUsd) ? "bg-attention" : "bg-accent";
  return (
    <div aria-hidden className="relative h-2.5 overflow-hidden rounded-full border bg-sunken">
      <div
        className={cn("absolute inset-y-0 left-0 opacity-40", tone)}
        ref={setStyle({ width: `${share(toComeUsd ?? "0", most)}%` })}
      />
      <div
        className={cn("absolute inset-y-0 left-0", tone)}
        ref={setStyle({ width: `${share(sureUsd, most)}%` })}
      />
      <div
        className="absolute inset-y-0 w-0.5 bg-ink"
        ref={setStyle({ left: `${share(budgetUsd, most)}%` })}
      />
    </div>
  );
}
