"use client";
import { blueprintText } from "@greenroom/infra-templates/catalog";
import { addDecimals } from "@greenroom/pricing/schema";
import type { ArchitectureStack } from "@greenroom/provisioning/schema";
import { StatusBadge } from "@greenroom/ui";
import { useLocale, useTranslations } from "next-intl";
import { MonthlyCost } from "../costs/monthly-cost";
import { countMarks, type Mark } from "./marks";

/** A stack's name in the blueprint's words and the reader's language. */
export function useStackTitle(): (stack: Pick<ArchitectureStack, "key" | "title">) => string {
  const locale = useLocale();
  return ({ key, title }) => (title ? blueprintText(title, locale) : key);
}

/** What is true of a part at the moment, each once with how many it is true of. */
export function MarkBadges({
  marks,
  isCounted,
}: {
  marks: readonly (Mark | undefined)[];
  isCounted: boolean;
}) {
  return countMarks(marks).map(({ mark, count }) => (
    <StatusBadge
      key={mark.label}
      icon={mark.icon}
      tone={mark.tone}
      label={isCounted ? `${count} ${mark.label}` : mark.label}
      isMoving={mark.isMoving}
    />
  ));
}

/**
 * A part's price a month, and that something in it has none. Nothing for what is free. `costs` are decimal
 * numbers as text.
 */
export function PartCost({ costs, unpricedCount }: { costs: readonly string[]; unpricedCount: number }) {
  const t = useTranslations("architecture");
  if (costs.length === 0) {
    return unpricedCount > 0 ? <span className="text-ink-muted">{t("notPriced")}</span> : null;
  }
  return (
    <span className="whitespace-nowrap">
      {unpricedCount > 0 ? (
        <>
          <span aria-hidden title={t("partlyPriced", { count: unpricedCount })} className="text-attention">
            ≥{" "}
          </span>
          <span className="sr-only">{t("atLeast")} </span>
        </>
      ) : null}
      <MonthlyCost usd={addDecimals(costs)} />
    </span>
  );
}

/** The price of a whole stack, as `PartCost` takes it. */
export const costOfStack = ({ costs }: ArchitectureStack) => ({
  costs: Object.keys(costs.resources).length > 0 ? [costs.monthlyUsd] : [],
  unpricedCount: costs.unpriced.length,
});
