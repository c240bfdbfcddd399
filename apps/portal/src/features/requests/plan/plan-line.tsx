"use client";
import { isAtLeast } from "@greenroom/pricing/schema";
import type { ResourceChange } from "@greenroom/provisioning/schema";
import type { RequestView } from "@greenroom/requests/schema";
import { Badge } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { PriceChange } from "../price/price-change";
import { boundOfPlan, isCostAfterAtLeast, monthlyCostAfter } from "../price/request-cost";
import { ACTION_TONES } from "./action-tones";
import { countChanges, isTagsOnly } from "./plan-summary";

/** How many changes of each kind, the dangerous first; those of tags alone by themselves. */
export function ChangeCounts({ changes }: { changes: readonly ResourceChange[] }) {
  const t = useTranslations("plan");
  const tagsOnly = changes.filter(isTagsOnly).length;
  return (
    <>
      {countChanges(changes).map(({ action, count }) => (
        <Badge key={action} tone={ACTION_TONES[action]}>
          {t(`counts.${action}`, { count })}
        </Badge>
      ))}
      {tagsOnly > 0 ? <Badge>{t("counts.TAGS", { count: tagsOnly })}</Badge> : null}
    </>
  );
}

/** A request's plan in a line: what would change, and what the month costs before and after. */
export function PlanLine({ request }: { request: RequestView }) {
  const t = useTranslations("plan");
  const { plan } = request;
  if (!plan) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md border bg-sunken px-3 py-2">
      {plan.changes.length === 0 ? t("nothing") : <ChangeCounts changes={plan.changes} />}
      <span className="ml-auto">
        <PriceChange
          before={plan.estimateBefore?.monthlyUsd.expected ?? null}
          after={monthlyCostAfter(request)}
          bound={boundOfPlan(request)}
          isBeforeAtLeast={plan.estimateBefore !== null && isAtLeast(plan.estimateBefore)}
          isAfterAtLeast={isCostAfterAtLeast(request)}
        />
      </span>
    </div>
  );
}
