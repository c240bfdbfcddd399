"use client";
import { boundDifference, type DifferenceBound, isAtLeast } from "@greenroom/pricing/schema";
import { isOpen } from "@greenroom/requests/lifecycle";
import type { RequestView } from "@greenroom/requests/schema";
import { Card } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { EstimateSplit } from "../../../modules/costs/estimate-split";
import { BudgetImpacts, useBudgetImpacts } from "./budget-impacts";
import { EstimateChange } from "./estimate-change";
import { EstimateChanges } from "./estimate-changes";

/** What the request costs a month by its plan; null before there is one. */
export function monthlyCostAfter({ plan, kind }: RequestView): string | null {
  if (kind === "DESTROY") return "0";
  return plan?.estimate.monthlyUsd.expected ?? null;
}

/** How much the difference that a plan makes to the month says. */
export function boundOfPlan({ plan, kind }: RequestView): DifferenceBound["bound"] {
  if (!plan?.estimateBefore) return "EXACT";
  return boundDifference(plan.estimateBefore, kind === "DESTROY" ? null : plan.estimate).bound;
}

/** Whether that leaves out something without a known price. */
export function isCostAfterAtLeast({ plan, kind }: RequestView): boolean {
  return kind !== "DESTROY" && plan !== null && isAtLeast(plan.estimate);
}

/** What an open request would do to the budgets of its team and its environment. */
export function useRequestBudgets(request: RequestView) {
  const monthlyUsd = isOpen(request.status) ? monthlyCostAfter(request) : null;
  return useBudgetImpacts(
    monthlyUsd === null
      ? null
      : {
          teamId: request.team.id,
          environmentId: request.environmentId,
          monthlyUsd,
          isAtLeast: isCostAfterAtLeast(request),
        },
  );
}

/**
 * What the request does to the monthly bill and to the budgets: before and after by part, then the split of
 * what will be.
 */
export function RequestCost({ request }: { request: RequestView }) {
  const t = useTranslations("request");
  const { impacts } = useRequestBudgets(request);
  const { plan, kind } = request;
  if (!plan) return null;
  return (
    <Card title={t("cost")}>
      {plan.estimateBefore ? (
        <div className="mb-3 grid gap-3 border-b pb-3">
          <p>
            <EstimateChange before={plan.estimateBefore} after={plan.estimate} />
          </p>
          <EstimateChanges before={plan.estimateBefore} after={plan.estimate} />
        </div>
      ) : null}
      {impacts.length > 0 ? (
        <div className="mb-3 border-b pb-3">
          <BudgetImpacts impacts={impacts} estimate={kind === "DESTROY" ? null : plan.estimate} />
        </div>
      ) : null}
      {kind === "DESTROY" ? (
        <p className="text-ink-muted">{t("costAfterDestroy")}</p>
      ) : (
        <EstimateSplit estimate={plan.estimate} lifetimeDays={request.lifetimeDays} />
      )}
    </Card>
  );
}
