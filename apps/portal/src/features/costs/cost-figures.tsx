"use client";
import type { CostDashboard } from "@greenroom/costs/schema";
import { multiplyDecimals } from "@greenroom/pricing/schema";
import { Money } from "@greenroom/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatPercentChange } from "./format-percent-change";
import { useDayText, useMonthText } from "./month-text";

/** The month, where it is going, the month before, and what stands is expected to cost. */
export function CostFigures({ view }: { view: CostDashboard }) {
  const t = useTranslations("costs");
  const monthText = useMonthText();
  const dayText = useDayText();
  const locale = useLocale();
  const { forecast, expected, krw } = view;
  const month = monthText(view.month);
  const isKnown = view.measuredUntil !== null;
  return (
    <div className="grid gap-2">
      <dl className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        <Figure
          label={view.isCurrentMonth ? t("soFar", { month }) : month}
          usd={view.usd}
          krw={krw}
          note={
            view.measuredUntil === null
              ? t("notMeasured")
              : t("measuredUntil", { day: dayText(view.measuredUntil) })
          }
        />
        {forecast ? (
          <Figure
            label={t("forecast", { month })}
            usd={forecast.usd}
            krw={krw}
            note={t.rich("forecastRule", {
              rest: () => <Money usd={forecast.restUsd} />,
              daily: () => <Money usd={forecast.dailyUsd} />,
            })}
          />
        ) : null}
        <Figure
          label={monthText(view.previousMonth)}
          usd={view.previousUsd}
          krw={krw}
          note={isKnown && Number(view.previousUsd) > 0 ? <DailyChange view={view} /> : t("nothingThen")}
        />
        <Figure
          label={t("expected")}
          usd={expected.monthlyUsd}
          period={t("perMonth")}
          krw={krw}
          note={`${t("expectedOf", { count: expected.environmentCount })}${
            expected.withoutEstimateCount > 0
              ? ` ${t("withoutEstimate", { count: expected.withoutEstimateCount })}`
              : ""
          }${expected.leastCount > 0 ? ` ${t("leastOf", { count: expected.leastCount })}` : ""}`}
          isAtLeast={expected.leastCount > 0}
        />
      </dl>
      <p className="text-ink-muted text-sm">
        {t("terms")}
        {krw
          ? ` ${t("wonRate", {
              rate: new Intl.NumberFormat(locale).format(krw.perUsd as Intl.StringNumericLiteral),
              date: krw.date,
            })}`
          : null}
      </p>
    </div>
  );
}

/** "Daily cost is up 12 % on October". */
function DailyChange({ view }: { view: CostDashboard }) {
  const t = useTranslations("costs.dailyChange");
  const locale = useLocale();
  const monthText = useMonthText();
  if (view.dailyChangePercent === null) return null;
  const change = formatPercentChange(view.dailyChangePercent, locale);
  const direction = change.startsWith("±") ? "SAME" : change.startsWith("+") ? "UP" : "DOWN";
  return t(direction, { percent: change.slice(1), month: monthText(view.previousMonth) });
}

function Figure({
  label,
  usd,
  period,
  krw,
  note,
  isAtLeast = false,
}: {
  label: string;
  usd: string;
  /** Where the label does not say what time the amount is of. */
  period?: string;
  krw: CostDashboard["krw"];
  note: ReactNode;
  isAtLeast?: boolean;
}) {
  const locale = useLocale();
  const money = useTranslations("money");
  return (
    <div className="grid content-start gap-0.5 rounded-lg border bg-surface px-4 py-3">
      <dt className="text-ink-muted text-sm">{label}</dt>
      <dd className="font-semibold text-xl">
        {isAtLeast ? <span className="font-normal text-ink-muted text-sm">{money("atLeast")} </span> : null}
        <Money usd={usd} period={period} />
      </dd>
      {krw ? (
        <dd className="text-ink-muted tabular-nums">
          ≈ {formatWon(multiplyDecimals(usd, krw.perUsd), locale)}
        </dd>
      ) : null}
      <dd className="text-ink-muted text-sm">{note}</dd>
    </div>
  );
}

/** Won have no smaller unit. The text of the number goes to Intl as it is, so it never becomes a float. */
function formatWon(krw: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency: "KRW" }).format(
    krw as Intl.StringNumericLiteral,
  );
}
