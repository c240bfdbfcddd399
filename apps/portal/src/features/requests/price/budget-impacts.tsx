"use client";
import type { BudgetImpact, BudgetImpactInput, ThresholdEffect } from "@greenroom/costs/schema";
import { holderOf, may } from "@greenroom/identity/permissions";
import { type Estimate, leftOutMessage, leftOutOf } from "@greenroom/pricing/schema";
import { Money } from "@greenroom/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Ban, Bell, ShieldAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSay } from "../../../i18n/use-error-text";
import { BudgetMeter } from "../../../modules/costs/budget-meter";
import { useTRPC } from "../../../trpc/client";
import { PriceChange } from "./price-change";

const STYLES = {
  NOTIFY: { icon: Bell, className: "bg-attention-soft text-attention" },
  APPROVE: { icon: ShieldAlert, className: "bg-attention-soft text-attention" },
  BLOCK: { icon: Ban, className: "bg-bad-soft text-bad" },
} as const satisfies Record<ThresholdEffect, object>;

/**
 * What a request would do to the budgets it touches, and what keeps the reader from approving it. Null asks
 * for nothing.
 */
export function useBudgetImpacts(input: BudgetImpactInput | null): {
  impacts: readonly BudgetImpact[];
  mayNotApprove: boolean;
} {
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.costs.budgetImpact.queryOptions(
      input ?? { teamId: "", environmentId: null, monthlyUsd: "0", isAtLeast: false },
    ),
    enabled: input !== null && input.teamId !== "",
    placeholderData: keepPreviousData,
  });
  const me = useQuery(trpc.identity.me.queryOptions()).data;
  const impacts = (input && query.data) ?? [];
  const has = (wanted: ThresholdEffect) => impacts.some(({ effect }) => effect === wanted);
  const isEngineerNeeded =
    me !== undefined && !may(holderOf(me), "request.approveOverBudget", { teamId: input?.teamId ?? "" });
  return { impacts, mayNotApprove: has("BLOCK") || (has("APPROVE") && isEngineerNeeded) };
}

/**
 * The budgets a request touches: before and after against each, and what that means for the approval. Nothing
 * without a budget. `estimate` is what the environment will cost: a budget sees only what has a price, so the
 * rest is named.
 */
export function BudgetImpacts({
  impacts,
  estimate,
}: {
  impacts: readonly BudgetImpact[];
  estimate: Estimate | null;
}) {
  const t = useTranslations("budgetImpact");
  const say = useSay();
  const leftOut = leftOutMessage(estimate ? leftOutOf(estimate) : []);
  if (impacts.length === 0) return null;
  return (
    <ul aria-label={t("title")} className="grid gap-3">
      {impacts.map((impact) => (
        <li key={impact.budgetId} className="grid gap-1.5 border-t pt-3 first:border-t-0 first:pt-0">
          <p className="font-medium text-sm">
            {t(impact.isOfTeam ? "ofTeam" : "ofEnvironment", { name: impact.name })}
          </p>
          <p>
            <PriceChange
              before={impact.beforeUsd}
              after={impact.afterUsd}
              isBeforeAtLeast={impact.isBeforeAtLeast}
              isAfterAtLeast={impact.isAfterAtLeast}
            />{" "}
            <span className="text-ink-muted">
              {t.rich("ofBudget", { budget: () => <Money usd={impact.monthlyUsd} /> })}
            </span>
          </p>
          <BudgetMeter budgetUsd={impact.monthlyUsd} sureUsd={impact.beforeUsd} toComeUsd={impact.afterUsd} />
          {leftOut ? <p className="text-attention text-sm">{t("leftOut", { parts: say(leftOut) })}</p> : null}
          <Consequence impact={impact} />
        </li>
      ))}
    </ul>
  );
}

/** The strictest thing that passing the thresholds does. */
function Consequence({ impact: { effect, passed } }: { impact: BudgetImpact }) {
  const t = useTranslations("budgetImpact");
  const threshold = passed.find((one) => one.effect === effect);
  if (!effect || !threshold) return <p className="text-ink-muted text-sm">{t("passesNone")}</p>;
  const { icon: Icon, className } = STYLES[effect];
  return (
    <p className={`flex gap-1.5 rounded px-2 py-1 text-sm ${className}`}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{t.rich(`effects.${effect}`, { limit: () => <Money usd={threshold.limitUsd} /> })}</span>
    </p>
  );
}
