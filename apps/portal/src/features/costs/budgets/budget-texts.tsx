"use client";
import type { BudgetView } from "@greenroom/costs/schema";
import { Badge, Money } from "@greenroom/ui";
import { useTranslations } from "next-intl";

const TONES = { SO_FAR: "bad", FORECAST: "attention", EXPECTED: "attention" } as const;

/** What each threshold of a budget says: when, what then, and whether it is so. */
export function ThresholdList({ thresholds }: { thresholds: BudgetView["thresholds"] }) {
  const t = useTranslations("budgets");
  if (thresholds.length === 0) return <p className="text-ink-muted text-sm">{t("noThresholds")}</p>;
  return (
    <ul className="grid gap-1 text-sm">
      {thresholds.map(({ kind, value, effect, limitUsd, passedBy }) => (
        <li key={`${kind} ${value}`} className="flex flex-wrap items-baseline gap-x-1.5">
          <span>
            {t.rich(limitUsd === null ? "rules.PERCENT_OF_NOTHING" : `rules.${kind}`, {
              value,
              limit: () => <Money usd={limitUsd ?? "0"} />,
            })}{" "}
            <span className="text-ink-muted">{t(`effects.${effect}`)}</span>
          </span>
          {passedBy ? <Badge tone={TONES[passedBy]}>{t(`passedBy.${passedBy}`)}</Badge> : null}
        </li>
      ))}
    </ul>
  );
}

/** What the month comes to against a budget, in words. */
export function BudgetFigures({ budget }: { budget: BudgetView }) {
  const t = useTranslations("budgets");
  const money = useTranslations("money");
  const figures = [
    { key: "soFar", usd: budget.soFarUsd },
    { key: "forecast", usd: budget.forecastUsd },
    { key: "expected", usd: budget.expectedMonthlyUsd, isAtLeast: budget.isExpectedAtLeast },
    { key: "budget", usd: budget.monthlyUsd },
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-1 text-sm sm:grid-cols-4">
      {figures.map(({ key, usd, ...figure }) => (
        <div key={key}>
          <dt className="text-ink-muted">{t(`figures.${key}`)}</dt>
          <dd className="font-medium">
            {"isAtLeast" in figure && figure.isAtLeast ? (
              <span className="font-normal text-ink-muted">{money("atLeast")} </span>
            ) : null}
            {usd === null ? "–" : <Money usd={usd} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
