"use client";
import { Money } from "@greenroom/ui";
import { useTranslations } from "next-intl";

/**
 * "$86.14 /mo". `usd` is a decimal number as text; null says that no price is known. A least is what leaves
 * something out.
 */
export function MonthlyCost({
  usd,
  isAtLeast = false,
  className,
}: {
  usd: string | null;
  isAtLeast?: boolean;
  className?: string;
}) {
  const t = useTranslations("money");
  if (usd === null) return <span className="text-ink-muted">{t("unknown")}</span>;
  const cost = <Money usd={usd} period={t("perMonth")} className={className} />;
  if (!isAtLeast) return cost;
  return (
    <>
      <span className="font-normal text-ink-muted text-sm">{t("atLeast")}</span> {cost}
    </>
  );
}
