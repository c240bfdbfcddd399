"use client";
import type { EnvironmentRow } from "@greenroom/environments/schema";
import { useTranslations } from "next-intl";
import { MonthlyCost } from "../../modules/costs/monthly-cost";

type Priced = Pick<EnvironmentRow, "status" | "monthlyCostUsd" | "isCostAtMost" | "isCostAtLeast">;

/**
 * What an environment costs a month: what stands; at most what was approved, while a run makes it so or when
 * one failed half way; nothing once it is gone. What leaves out something without a known price is no most.
 */
export function EnvironmentMonthlyCost({ environment }: { environment: Priced }) {
  const t = useTranslations("environments");
  const { status, monthlyCostUsd, isCostAtMost, isCostAtLeast } = environment;
  if (monthlyCostUsd === null)
    return <span className="text-ink-muted">{t(status === "DESTROYED" ? "gone" : "notBuilt")}</span>;
  if (isCostAtLeast || !isCostAtMost) return <MonthlyCost usd={monthlyCostUsd} isAtLeast={isCostAtLeast} />;
  return (
    <span className="text-ink-muted">
      {t.rich("costsAtMost", { cost: () => <MonthlyCost usd={monthlyCostUsd} className="text-ink" /> })}
    </span>
  );
}
