"use client";
import type { PlanView as Plan } from "@greenroom/provisioning/schema";
import { Card } from "@greenroom/ui";
import { ChevronRight, CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChangeRow } from "./change-row";
import { ChangeCounts } from "./plan-line";
import { groupByStack, isDestructive } from "./plan-summary";
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
      <Checks checks={plan.checks} />
    </>
  );
}

/** A check that passed in the reader's language; what is wrong is told in the server's own words, which name the place. */
function useCheckText(): (check: Plan["checks"][number]) => string {
  const t = useTranslations("passedChecks");
  return ({ rule, severity, message }) => {
    const key = rule as Parameters<typeof t>[0];
    return severity === "PASSED" && t.has(key) ? t(key) : message;
  };
}

const CHECK_LOOKS = {
  ERROR: { icon: CircleX, className: "text-bad" },
  WARNING: { icon: TriangleAlert, className: "text-attention" },
  PASSED: { icon: CircleCheck, className: "text-good" },
} as const;
const CHECK_ORDER = ["ERROR", "WARNING", "PASSED"] as const;

function Checks({ checks }: { checks: Plan["checks"] }) {
  const t = useTranslations("plan");
  const checkText = useCheckText();
  const sorted = [...checks].sort(
    (a, b) => CHECK_ORDER.indexOf(a.severity) - CHECK_ORDER.indexOf(b.severity),
  );
  return (
    <Card title={t("checks")}>
      {sorted.length === 0 ? <p className="text-ink-muted">{t("noChecks")}</p> : null}
      <ul className="grid gap-2">
        {sorted.map((check) => {
          const { icon: Icon, className } = CHECK_LOOKS[check.severity];
          return (
            <li
              key={`${check.rule} ${check.stackKey} ${check.logicalId} ${check.message}`}
              className="flex gap-2"
            >
              <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${className}`} />
              <div className="min-w-0">
                <span className="sr-only">{t(`severity.${check.severity}`)}: </span>
                {checkText(check)}
                <span className="ml-2 text-ink-muted text-sm">
                  {[check.rule, check.stackKey, check.logicalId].filter(Boolean).join(" · ")}
                </span>
                {check.remedy ? <p className="text-ink-muted">{check.remedy}</p> : null}
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
