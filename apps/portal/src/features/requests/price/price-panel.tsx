"use client";
import type { BudgetImpactInput, EstimateInput } from "@greenroom/costs/schema";
import { type Estimate, isAtLeast } from "@greenroom/pricing/schema";
import { Card, Skeleton, useDebounced } from "@greenroom/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useErrorText } from "../../../i18n/use-error-text";
import { CostAdvice } from "../../../modules/costs/cost-advice";
import { EstimateSplit } from "../../../modules/costs/estimate-split";
import { MonthlyCost } from "../../../modules/costs/monthly-cost";
import { useTRPC } from "../../../trpc/client";
import { BudgetImpacts, useBudgetImpacts } from "./budget-impacts";
import { CostIfStopped } from "./cost-if-stopped";
import { EstimateChange } from "./estimate-change";
import { EstimateChanges } from "./estimate-changes";

/** How long typing must rest before the price is asked for. */
const REST_MS = 120;

/**
 * The newest price of a form's spec; the last good one while the form has an error or the answer is on its
 * way.
 */
function useLivePrice(input: EstimateInput, isValid: boolean) {
  const trpc = useTRPC();
  const rested = useDebounced({ input, isValid }, REST_MS);
  const query = useQuery({
    ...trpc.costs.estimate.queryOptions(rested.input, { trpc: { abortOnUnmount: true } }),
    enabled: rested.isValid,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const [last, setLast] = useState<Estimate | undefined>(query.data);
  useEffect(() => {
    if (query.data) setLast(query.data);
  }, [query.data]);
  return { estimate: query.data ?? last, error: query.error };
}

/**
 * The price of an environment as it is, at the same day's prices as the form's; nothing for one that was
 * never built.
 */
function usePriceBefore(before: EstimateInput | null): Estimate | undefined {
  const trpc = useTRPC();
  return useQuery({
    ...trpc.costs.estimate.queryOptions(before ?? { blueprint: "", region: "", stage: "", spec: {} }),
    enabled: before !== null,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

/** The price of what the form says, beside it while it is filled in. `before` is the environment as it is. */
export function PricePanel({
  input,
  isValid,
  before = null,
  lifetimeDays,
  budgetOf,
}: {
  input: EstimateInput;
  isValid: boolean;
  before?: EstimateInput | null;
  /** As typed: a number when it is one, null without an end. */
  lifetimeDays: number | string | null;
  /** Whose budgets the price counts in. */
  budgetOf: Omit<BudgetImpactInput, "monthlyUsd" | "isAtLeast">;
}) {
  const t = useTranslations("price");
  const errorText = useErrorText();
  const { estimate, error } = useLivePrice(input, isValid);
  const estimateBefore = usePriceBefore(before);
  const { impacts } = useBudgetImpacts(
    estimate
      ? { ...budgetOf, monthlyUsd: estimate.monthlyUsd.expected, isAtLeast: isAtLeast(estimate) }
      : null,
  );
  return (
    <>
      <div
        aria-hidden
        className="sticky top-[calc(var(--banner)+3rem)] z-20 order-first -mx-4 flex items-baseline justify-between border-b bg-surface px-4 py-1.5 md:top-(--banner) lg:hidden"
      >
        <span className="text-ink-muted text-sm">{t("title")}</span>
        {estimate ? <Total estimate={estimate} /> : null}
      </div>
      <div className="order-first lg:order-none lg:h-full">
        <Card title={t("title")} className="lg:sticky lg:top-[calc(var(--banner)+1rem)]">
          <p role="status" className="sr-only">
            {estimate ? <Total estimate={estimate} /> : null}
          </p>
          {isValid ? null : (
            <p className="mb-2 rounded bg-attention-soft px-2 py-1 text-attention text-sm">{t("paused")}</p>
          )}
          {error ? (
            <p role="alert" className="mb-2 text-bad text-sm">
              {errorText(error)}
            </p>
          ) : null}
          {estimateBefore && estimate ? (
            <div className="mb-3 grid gap-3 border-b pb-3">
              <p>
                <EstimateChange before={estimateBefore} after={estimate} />
              </p>
              <EstimateChanges before={estimateBefore} after={estimate} />
            </div>
          ) : null}
          {estimate ? (
            <EstimateSplit
              estimate={estimate}
              lifetimeDays={typeof lifetimeDays === "number" ? lifetimeDays : null}
            />
          ) : (
            <PanelSkeleton />
          )}
          {impacts.length > 0 ? (
            <div className="mt-3 border-t pt-3">
              <BudgetImpacts impacts={impacts} estimate={estimate ?? null} />
            </div>
          ) : null}
          <CostIfStopped input={input} isValid={isValid} />
          <CostAdvice input={input} isValid={isValid} />
        </Card>
      </div>
    </>
  );
}

function Total({ estimate }: { estimate: Estimate }) {
  const { expected } = estimate.monthlyUsd;
  return <MonthlyCost usd={expected} isAtLeast={isAtLeast(estimate)} className="font-semibold" />;
}

function PanelSkeleton() {
  return (
    <div className="grid gap-3">
      <Skeleton className="h-7 w-32" />
      <Skeleton className="h-4 w-48" />
      <Skeleton className="h-24" />
    </div>
  );
}
