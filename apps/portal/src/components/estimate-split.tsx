"use client";
import type { Estimate } from "@greenroom/costs/schema";
import { Money } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { MonthlyCost } from "./monthly-cost";

/** A monthly estimate: the expected total with its bounds, the split by service, and what the total leaves out. */
export function EstimateSplit({ estimate }: { estimate: Estimate }) {
  const t = useTranslations("price");
  const { low, expected, high } = estimate.monthlyUsd;
  return (
    <div className="grid gap-3">
      <div>
        <p className="font-semibold text-xl">
          <MonthlyCost usd={expected} />
        </p>
        <p className="text-ink-muted text-sm">
          {t.rich("range", { low: () => <Money usd={low} />, high: () => <MonthlyCost usd={high} /> })}
        </p>
      </div>
      <table className="w-full">
        <caption className="sr-only">{t("byService")}</caption>
        <tbody>
          {estimate.services.map(({ service, monthlyUsd }) => (
            <tr key={service} className="border-t">
              <th scope="row" className="py-1 pr-2 text-left font-normal">
                {service}
              </th>
              <td className="py-1 text-right">
                <MonthlyCost usd={monthlyUsd.expected} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <EstimateNotes estimate={estimate} />
    </div>
  );
}

/** "Archive: storage", each once. */
const unpricedNames = (estimate: Estimate): string[] => [
  ...new Set(
    estimate.resources.flatMap((resource) =>
      resource.components
        .filter((component) => component.unitPriceUsd === null)
        .map((component) => `${resource.logicalId}: ${component.name}`),
    ),
  ),
];

/** What the total does not cover, and how old its prices are. */
function EstimateNotes({ estimate }: { estimate: Estimate }) {
  const t = useTranslations("price");
  const { unpricedComponentCount, staleComponentCount, notModelled, priceBookAsOf } = estimate;
  return (
    <ul className="grid gap-1 text-ink-muted text-sm">
      {unpricedComponentCount > 0 ? (
        <li className="text-attention">
          <details>
            <summary className="cursor-pointer">{t("unpriced", { count: unpricedComponentCount })}</summary>
            <ul className="mt-1 ml-4 list-disc text-ink-muted">
              {unpricedNames(estimate).map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </details>
        </li>
      ) : null}
      {notModelled.length > 0 ? (
        <li className="text-attention">
          {t("notModelled", { types: notModelled.map((n) => `${n.resourceType} × ${n.count}`).join(", ") })}
        </li>
      ) : null}
      {staleComponentCount > 0 ? (
        <li className="text-attention">{t("stale", { count: staleComponentCount })}</li>
      ) : null}
      <li>{t("asOf", { date: priceBookAsOf })}</li>
    </ul>
  );
}
