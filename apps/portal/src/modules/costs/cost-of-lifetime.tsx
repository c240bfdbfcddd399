"use client";
import { costOfDays } from "@greenroom/pricing/schema";
import { Money } from "@greenroom/ui";
import { useTranslations } from "next-intl";

/** "14 days: $123.45", what the month's price comes to over the lifetime; nothing without an end. */
export function CostOfLifetime({ monthlyUsd, days }: { monthlyUsd: string; days: number | null }) {
  const t = useTranslations("price");
  if (days === null || !Number.isInteger(days) || days < 1) return null;
  return (
    <p className="mt-2">
      {t("lifetime", { count: days })} <Money usd={costOfDays(monthlyUsd, days)} className="font-semibold" />
      <span className="block text-ink-muted text-sm">{t("lifetimeRule")}</span>
    </p>
  );
}
