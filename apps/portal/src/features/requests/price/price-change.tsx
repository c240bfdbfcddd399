"use client";
import { type DifferenceBound, isNegativeDecimal, subtractDecimals } from "@greenroom/pricing/schema";
import { formatMoney } from "@greenroom/ui";
import { useLocale, useTranslations } from "next-intl";
import { MonthlyCost } from "../../../modules/costs/monthly-cost";
import { StatedDifference } from "./stated-difference";

/**
 * Before → after with the difference; without a before, only the amount. Amounts are decimals as text, US
 * dollars a month; `bound` says how much the difference tells.
 */
export function PriceChange({
  before,
  after,
  isBeforeAtLeast = false,
  isAfterAtLeast = false,
  bound: given,
}: {
  before: string | null;
  after: string | null;
  /** Whether the amounts leave out something without a known price. */
  isBeforeAtLeast?: boolean;
  isAfterAtLeast?: boolean;
  bound?: DifferenceBound["bound"];
}) {
  const t = useTranslations("money");
  const locale = useLocale();
  if (before === null || after === null) return <MonthlyCost usd={after} isAtLeast={isAfterAtLeast} />;
  const bound = given ?? boundOf(isBeforeAtLeast, isAfterAtLeast);
  // What reads the same is the same to a reader, whatever its last digits say.
  if (bound === "EXACT" && formatMoney(before, locale) === formatMoney(after, locale)) {
    return (
      <span>
        <MonthlyCost usd={after} isAtLeast={isAfterAtLeast} className="font-medium" />{" "}
        <span className="text-ink-muted text-sm">{t("noChange")}</span>
      </span>
    );
  }
  const difference = subtractDecimals(after, before);
  // What both leave out need not be the same, and a saving is said only where it is one.
  const isUntold = !given && isBeforeAtLeast && isAfterAtLeast && isNegativeDecimal(difference);
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
      <MonthlyCost usd={before} isAtLeast={isBeforeAtLeast} className="text-ink-muted" />
      <span aria-hidden>→</span>
      <span className="sr-only">{t("becomes")}</span>
      <MonthlyCost usd={after} isAtLeast={isAfterAtLeast} className="font-medium" />
      {isUntold ? null : (
        <span className="text-ink-muted text-sm">
          (<StatedDifference usd={difference} bound={bound} period={t("perMonth")} />)
        </span>
      )}
    </span>
  );
}

/** Where only the amounts are known: what both leave out is taken to be the same. */
function boundOf(isBeforeAtLeast: boolean, isAfterAtLeast: boolean): DifferenceBound["bound"] {
  if (isBeforeAtLeast === isAfterAtLeast) return "EXACT";
  return isAfterAtLeast ? "AT_LEAST" : "AT_MOST";
}
