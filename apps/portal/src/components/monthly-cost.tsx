"use client";
import { Money } from "@greenroom/ui";
import { useTranslations } from "next-intl";

/** "$86.14 /mo". `usd` is a decimal number as text; null says that no price is known. */
export function MonthlyCost({ usd, className }: { usd: string | null; className?: string }) {
  const t = useTranslations("money");
  if (usd === null) return <span className="text-ink-muted">{t("unknown")}</span>;
  return <Money usd={usd} period={t("perMonth")} className={className} />;
}
