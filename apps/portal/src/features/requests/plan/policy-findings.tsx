"use client";
import type { Message } from "@greenroom/messages";
import type { PlanView, TemplateCheck } from "@greenroom/provisioning/schema";
import { Card, cn } from "@greenroom/ui";
import { ChevronRight, CircleCheck, CircleX, ShieldCheck, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSay } from "../../../i18n/use-error-text";
import { countFindings, type FindingGroup, type FoundSeverity, groupFindings } from "./policy-groups";

const STYLES = {
  ERROR: { icon: CircleX, className: "text-bad" },
  WARNING: { icon: TriangleAlert, className: "text-attention" },
  SUPPRESSED: { icon: ShieldCheck, className: "text-ink-muted" },
} as const;

/**
 * What the checks and the policy engines found in a plan: errors, warnings, and what was accepted with its
 * reasons.
 */
export function PolicyFindings({ plan }: { plan: PlanView }) {
  const t = useTranslations("policyFindings");
  const { checks } = plan;
  const counts = countFindings(checks);
  const locale = useLocale();
  const hasForeignWords =
    locale !== "en" &&
    checks.some(({ severity, message }) => severity !== "PASSED" && message?.key === "verbatim");
  const passed = checks.filter(({ severity }) => severity === "PASSED");
  const stackKeys = plan.stacks.map(({ key }) => key);
  const groupsOf = (severity: FoundSeverity) => groupFindings(stackKeys, checks, severity);
  return (
    <Card title={t("title")} isFlush>
      <p className="px-4 py-3">
        {checks.length === 0 ? t("none") : t("summary", counts)}
        {hasForeignWords ? ` ${t("ownWords")}` : ""}
      </p>
      {counts.errors > 0 ? <Findings severity="ERROR" groups={groupsOf("ERROR")} /> : null}
      {counts.warnings > 0 ? <Findings severity="WARNING" groups={groupsOf("WARNING")} /> : null}
      {counts.accepted > 0 ? (
        <Folded title={t("groups.SUPPRESSED")} count={counts.accepted}>
          <StackFindings severity="SUPPRESSED" groups={groupsOf("SUPPRESSED")} />
        </Folded>
      ) : null}
      {passed.length > 0 ? (
        <Folded title={t("passed")} count={passed.length}>
          <PassedRules checks={passed} />
        </Folded>
      ) : null}
    </Card>
  );
}

function Folded({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <details className="group border-t">
      <summary className="flex cursor-pointer items-center gap-2 px-3 py-2 hover:bg-sunken">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-muted transition-transform group-open:rotate-90"
        />
        <h3 className="font-medium">{title}</h3>
        <span className="text-ink-muted">{count}</span>
      </summary>
      {children}
    </details>
  );
}

interface FindingsProps {
  severity: FoundSeverity;
  groups: ReturnType<typeof groupFindings>;
}

function Findings({ severity, groups }: FindingsProps) {
  const t = useTranslations("policyFindings");
  const { icon: Icon, className } = STYLES[severity];
  return (
    <div className="border-t">
      <h3 className={cn("flex items-center gap-2 px-4 pt-3 font-medium", className)}>
        <Icon aria-hidden className="size-4 shrink-0" />
        {t(`groups.${severity}`)}
      </h3>
      <StackFindings severity={severity} groups={groups} />
    </div>
  );
}

function StackFindings({ severity, groups }: FindingsProps) {
  const t = useTranslations("policyFindings");
  return groups.map(({ stackKey, findings }) => (
    <div key={stackKey ?? ""} className="px-4 py-2">
      <h4 className="pb-1 text-ink-muted">
        {stackKey === null ? t("wholePlan") : t("stack", { stack: stackKey })}
      </h4>
      <ul className="grid gap-3">
        {findings.map((finding) => (
          <Finding
            key={JSON.stringify([finding.rule, finding.message, finding.logicalIds])}
            severity={severity}
            finding={finding}
          />
        ))}
      </ul>
    </div>
  ));
}

/** What cdk-nag and the validator say is English in every language. */
const languageOf = ({ key }: Message): "en" | undefined => (key === "verbatim" ? "en" : undefined);

function Finding({ severity, finding }: { severity: FoundSeverity; finding: FindingGroup }) {
  const t = useTranslations("policyFindings");
  const say = useSay();
  const { rule, message, remedy, reason, logicalIds } = finding;
  const { icon: Icon, className } = STYLES[severity];
  return (
    <li className="flex gap-2">
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", className)} />
      <div className="grid min-w-0 gap-0.5">
        <p className="break-words">
          <span className="break-all font-medium font-mono text-sm">{rule}</span>{" "}
          <span className="break-all font-mono text-ink-muted text-sm">
            {logicalIds.length > 0 ? logicalIds.join(", ") : t("wholeTemplate")}
          </span>
        </p>
        {message ? (
          <p lang={languageOf(message)} className="break-words">
            {say(message)}
          </p>
        ) : null}
        {reason ? (
          <p className="break-words text-ink-muted">
            {t("reason")} {say(reason)}
          </p>
        ) : null}
        {remedy && severity !== "SUPPRESSED" ? (
          <p className="break-words text-ink-muted">
            {t("remedy")} <span lang={languageOf(remedy)}>{say(remedy)}</span>
          </p>
        ) : null}
      </div>
    </li>
  );
}

function PassedRules({ checks }: { checks: readonly TemplateCheck[] }) {
  const t = useTranslations("policyFindings");
  const ruleText = useTranslations("passedChecks");
  const text = ({ engine, rule, ruleCount }: TemplateCheck) => {
    if (engine) return t("engine", { engine, count: ruleCount ?? 1 });
    const key = rule as Parameters<typeof ruleText>[0];
    return ruleText.has(key) ? ruleText(key) : rule;
  };
  return (
    <ul className="grid gap-2 px-4 py-2">
      {checks.map((check) => (
        <li key={`${check.engine} ${check.rule}`} className="flex gap-2">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
          <span className="min-w-0 break-words">
            {text(check)} <span className="text-ink-muted text-sm">{check.rule}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
