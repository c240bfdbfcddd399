"use client";
import {
  componentMessage,
  type Estimate,
  isAtLeast,
  leftOutMessage,
  leftOutOf,
} from "@greenroom/pricing/schema";
import { Money } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { useSay } from "../../i18n/use-error-text";
import { CostOfLifetime } from "./cost-of-lifetime";
import { type MissingPrice, missingPrices, serviceCosts } from "./missing-prices";
import { MonthlyCost } from "./monthly-cost";
import { PriceAgeNote } from "./price-age-note";

/**
 * A monthly estimate: the expected total with its bounds, the split by service, and what the total leaves
 * out.
 */
export function EstimateSplit({
  estimate,
  lifetimeDays = null,
}: {
  estimate: Estimate;
  /** How long it is to exist; null: no end is known. */
  lifetimeDays?: number | null;
}) {
  const t = useTranslations("price");
  const { low, expected, high } = estimate.monthlyUsd;
  return (
    <div className="grid gap-3">
      <div>
        <p className="font-semibold text-xl">
          <MonthlyCost usd={expected} isAtLeast={isAtLeast(estimate)} />
        </p>
        <p className="text-ink-muted text-sm">
          {t.rich(isAtLeast(estimate) ? "rangeOfPriced" : "range", {
            low: () => <Money usd={low} />,
            high: () => <MonthlyCost usd={high} />,
          })}
        </p>
        <CostOfLifetime monthlyUsd={expected} days={lifetimeDays} />
      </div>
      <table className="w-full">
        <caption className="sr-only">{t("byService")}</caption>
        <tbody>
          {serviceCosts(estimate).map(({ service, monthlyUsd, knowledge }) => (
            <tr key={service} className="border-t">
              <th scope="row" className="py-1 pr-2 text-left font-normal">
                {service}
              </th>
              <td className="py-1 text-right">
                {knowledge === "NONE" ? <span className="text-attention">{t("notKnown")}</span> : null}
                {knowledge === "BY_USE" ? <span className="text-ink-muted">{t("byUse")}</span> : null}
                {knowledge === "WHOLE" || knowledge === "PART" ? <MonthlyCost usd={monthlyUsd} /> : null}
                {knowledge === "PART" ? (
                  <span className="block text-attention text-sm">{t("andUnknown")}</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <EstimateNotes estimate={estimate} />
    </div>
  );
}

/** What the total does not cover, and how old its prices are. */
function EstimateNotes({ estimate }: { estimate: Estimate }) {
  const t = useTranslations("price");
  const say = useSay();
  const { notModelled } = estimate;
  const { used, unused } = missingPrices(estimate);
  const leftOut = leftOutMessage(leftOutOf(estimate));
  return (
    <ul className="grid gap-1 text-ink-muted text-sm">
      {used.length > 0 ? (
        <li className="text-attention">
          <PartsFold title={t("unpriced", { count: used.length })} parts={used} />
          {leftOut ? t("leftOut", { parts: say(leftOut) }) : null}
        </li>
      ) : null}
      {unused.length > 0 ? (
        <li>
          <PartsFold title={t("unusedUnpriced", { count: unused.length })} parts={unused} />
        </li>
      ) : null}
      {notModelled.length > 0 ? (
        <li className="text-attention">
          {t("notModelled", { types: notModelled.map((n) => `${n.resourceType} × ${n.count}`).join(", ") })}
        </li>
      ) : null}
      <PriceAgeNote estimate={estimate} />
      <li>{t("terms")}</li>
    </ul>
  );
}

/** "Archive: storage", one for each that the title counts. */
function PartsFold({ title, parts }: { title: string; parts: readonly MissingPrice[] }) {
  const say = useSay();
  return (
    <details>
      <summary className="cursor-pointer">{title}</summary>
      <ul className="mt-1 ml-4 list-disc break-words text-ink-muted">
        {parts.map(({ stackKey, logicalId, component: { name, notKnown, assumption } }) => (
          <li key={`${stackKey} ${logicalId} ${name}`}>
            {logicalId}: {say(componentMessage(name))}
            {notKnown ? ` – ${say(assumption)}` : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
