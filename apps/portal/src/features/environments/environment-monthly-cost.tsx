"use client";
import { useTranslations } from "next-intl";
import { MonthlyCost } from "../../components/monthly-cost";

/** What an environment costs a month; nothing is known of one that was never built. `usd` is a decimal number as text. */
export function EnvironmentMonthlyCost({ usd, className }: { usd: string | null; className?: string }) {
  const t = useTranslations("environments");
  if (usd === null) return <span className="text-ink-muted">{t("notBuilt")}</span>;
  return <MonthlyCost usd={usd} className={className} />;
}
