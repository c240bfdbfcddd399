"use client";
import type { AuditEventView } from "@greenroom/audit/schema";
import { Money } from "@greenroom/ui";
import { useLocale, useTranslations } from "next-intl";
import { type AuditedBudget, type AuditedDiscount, type AuditFigures, readFigures } from "./audit-figures";
import { useActionText } from "./subject-link";

/**
 * What an act about money set, changed or was about: amounts before and after, thresholds, percentages; and
 * what a refused act would have been.
 */
export function FiguresText({ event }: { event: AuditEventView }) {
  const figures = readFigures(event);
  return figures ? (
    <div className="text-ink-muted text-xs">
      <Figures figures={figures} />
    </div>
  ) : null;
}

function Figures({ figures: { action, details } }: { figures: AuditFigures }) {
  const t = useTranslations("audit.figures");
  const money = useTranslations("money");
  const locale = useLocale();
  const actionText = useActionText();
  const monthly = (usd: string) => <Money usd={usd} period={money("perMonth")} />;
  switch (action) {
    case "budget.set":
      return <BudgetChange {...details} />;
    case "budget.removed":
      return monthly(details.monthlyUsd);
    case "budget.alertAcknowledged":
      return t.rich(`alert.${details.kind}`, {
        value: details.value,
        usd: () => monthly(details.usd),
      });
    case "discount.set":
      return (
        <>
          {details.before ? (
            <>
              <DiscountText discount={details.before} /> <Becomes />{" "}
            </>
          ) : null}
          <DiscountText discount={details.after} />
        </>
      );
    case "discount.removed":
      return `${details.percent} %`;
    case "person.refused":
      return `${actionText(details.attempted)}: ${details.of}`;
    case "anomaly.dismissed":
      return t.rich("anomaly", {
        part:
          details.component === details.service
            ? details.service
            : `${details.component} (${details.service})`,
        day: new Intl.DateTimeFormat(locale, { month: "short", day: "numeric", timeZone: "UTC" }).format(
          new Date(`${details.day}T00:00:00Z`),
        ),
        usd: () => <Money usd={details.usd} />,
      });
  }
}

function Becomes() {
  const t = useTranslations("money");
  return (
    <>
      <span aria-hidden>→</span>
      <span className="sr-only">{t("becomes")}</span>
    </>
  );
}

/** The amount, and the thresholds that came and went. */
function BudgetChange({ before, after }: { before: AuditedBudget | null; after: AuditedBudget }) {
  const money = useTranslations("money");
  const texts = useThresholdTexts();
  const [was, is] = [texts(before), texts(after)];
  const lines = [
    ...was.filter((text) => !is.includes(text)).map((text) => `− ${text}`),
    ...is.filter((text) => !was.includes(text)).map((text) => `+ ${text}`),
  ];
  return (
    <>
      {before && before.monthlyUsd !== after.monthlyUsd ? (
        <>
          <Money usd={before.monthlyUsd} /> <Becomes />{" "}
        </>
      ) : null}
      <Money usd={after.monthlyUsd} period={money("perMonth")} />
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
}

/** "above 80 %: the approvers are told", for each threshold. */
function useThresholdTexts(): (budget: AuditedBudget | null) => string[] {
  const t = useTranslations("audit.figures");
  const effects = useTranslations("budgets.effects");
  return (budget) =>
    (budget?.thresholds ?? []).map(
      ({ kind, value, effect }) => `${t(`threshold.${kind}`, { value })} ${effects(effect)}`,
    );
}

function DiscountText({ discount }: { discount: AuditedDiscount }) {
  const t = useTranslations("discounts");
  const { percent, service, skuPrefix, region, startsOn, endsOn } = discount;
  const of = skuPrefix ? `${service} “${skuPrefix}…”` : service;
  const days = endsOn ? t("fromTo", { from: startsOn, to: endsOn }) : t("from", { from: startsOn });
  return `${percent} %, ${of}, ${region ?? t("everyRegion")}, ${days}`;
}
