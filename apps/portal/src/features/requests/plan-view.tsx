"use client";
import type { PlanView as Plan } from "@greenroom/provisioning/schema";
import { Card } from "@greenroom/ui";
import { ChevronRight, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChangeRow } from "./change-row";
import { ChangeCounts } from "./plan-line";
import { groupByStack, isDestructive } from "./plan-summary";
import { PolicyFindings } from "./policy-findings";
import { PlanTemplates } from "./template-dialog";

/** What the run would do, the dangerous first, and what the checks say. */
export function PlanView({ plan }: { plan: Plan }) {
  const t = useTranslations("plan");
  const atRisk = plan.changes.filter((change) => change.isStateful && isDestructive(change.action));
  const groups = groupByStack(
    plan.stacks.map((stack) => stack.key),
    plan.changes,
  );
  return (
    <>
      <Card
        title={t("title")}
        isFlush
        aside={
          <span className="flex flex-wrap gap-1">
            <ChangeCounts changes={plan.changes} />
          </span>
        }
      >
        {atRisk.length > 0 ? (
          <p role="note" className="flex gap-2 border-b bg-bad-soft px-4 py-3 text-bad">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {t("dataAtRisk", {
              count: atRisk.length,
              names: atRisk.map((change) => change.logicalId).join(", "),
            })}
          </p>
        ) : null}
        {groups.length === 0 ? <p className="p-4 text-ink-muted">{t("nothing")}</p> : null}
        {groups.map(({ stackKey, changes }) => (
          <details
            key={stackKey}
            open={changes.some((change) => isDestructive(change.action)) || plan.changes.length <= 20}
            className="group border-t first:border-t-0"
          >
            <summary className="flex cursor-pointer flex-wrap items-center gap-2 px-3 py-2 hover:bg-sunken">
              <ChevronRight
                aria-hidden
                className="size-4 shrink-0 text-ink-muted transition-transform group-open:rotate-90"
              />
              <h3 className="font-medium">{t("stack", { stack: stackKey })}</h3>
              <span className="ml-auto flex flex-wrap gap-1">
                <ChangeCounts changes={changes} />
              </span>
            </summary>
            <ul className="border-t">
              {changes.map((change) => (
                <ChangeRow key={change.logicalId} change={change} />
              ))}
            </ul>
          </details>
        ))}
        <PlanTemplates plan={plan} />
      </Card>
      <PolicyFindings plan={plan} />
    </>
  );
}
