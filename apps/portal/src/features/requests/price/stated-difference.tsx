"use client";
import { type DifferenceBound, statedDifference } from "@greenroom/pricing/schema";
import { Money } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { MoneyDifference } from "../../../modules/costs/money-difference";

/**
 * A difference of two prices as far as it is certain: where a part has no known price it is at least or at
 * most this, or not known.
 */
export function StatedDifference({
  usd,
  bound,
  period,
}: {
  usd: string;
  bound: DifferenceBound["bound"];
  period?: string;
}) {
  const t = useTranslations("money.difference");
  const stated = statedDifference(usd, bound);
  const difference = () => <MoneyDifference usd={stated.usd} period={period} />;
  switch (stated.says) {
    case "EXACT":
      return difference();
    case "AT_LEAST":
    case "AT_MOST":
      return <span className="text-ink">{t.rich(stated.says, { difference })}</span>;
    case "SAVES_AT_MOST":
      return (
        <span className="text-attention">
          {t.rich("SAVES_AT_MOST", { amount: () => <Money usd={stated.usd} period={period} /> })}
        </span>
      );
    case "UNKNOWN":
      return <span className="text-attention">{t("UNKNOWN")}</span>;
  }
}
