"use client";
import type { PlanView } from "@greenroom/provisioning/schema";
import type { RequestKind } from "@greenroom/requests/lifecycle";
import { Card } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { EstimateSplit } from "../../components/estimate-split";
import { PriceChange } from "../../components/price-change";

/** What the request does to the monthly bill: before and after, then the split of what will be. */
export function RequestCost({ plan, kind }: { plan: PlanView; kind: RequestKind }) {
  const t = useTranslations("request");
  return (
    <Card title={t("cost")}>
      {plan.estimateBefore ? (
        <p className="mb-3">
          <PriceChange
            before={plan.estimateBefore.monthlyUsd.expected}
            after={plan.estimate.monthlyUsd.expected}
          />
        </p>
      ) : null}
      {kind === "DESTROY" ? (
        <p className="text-ink-muted">{t("costAfterDestroy")}</p>
      ) : (
        <EstimateSplit estimate={plan.estimate} />
      )}
    </Card>
  );
}
