"use client";
import { type DifferenceBound, subtractDecimals } from "@greenroom/costs/schema";
import { formatMoney } from "@greenroom/ui";
import { useLocale, useTranslations } from "next-intl";
import { MonthlyCost } from "./monthly-cost";
import { StatedDifference } from "./stated-difference";

/** Before → after with the difference; without a before, only the amount. Amounts are decimals as text, US dollars a month; `bound` says how much the difference tells. */
export function PriceChange({
  before,
  after,
  bound = "EXACT",
}: {
  before: string | null;
  after: string | null;
  bound?: DifferenceBound["bound"];
}) {
  const t = useTranslations("money");
  const locale = useLocale();
  if (before === null || after === null) return <MonthlyCost usd={after} />;
  // What reads the same is the same to a reader, whatever its last digits say.
  if (bound === "EXACT" && formatMoney(before, locale) === formatMoney(after, locale)) {
    return (
      <span>
        <MonthlyCost usd={after} className="font-medium" />{" "}
        <span className="text-ink-muted text-sm">{t("noChange")}</span>
      </span>
    );
  }
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
      <MonthlyCost usd={before} className="text-ink-muted" />
      <span aria-hidden>→</span>
      <span className="sr-only">{t("becomes")}</span>
      <MonthlyCost usd={after} className="font-medium" />
      <span className="text-ink-muted text-sm">
        (<StatedDifference usd={subtractDecimals(after, before)} bound={bound} period={t("perMonth")} />)
      </span>
    </span>
  );
}
