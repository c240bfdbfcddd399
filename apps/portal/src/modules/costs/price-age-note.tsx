"use client";
import { componentMessage, type Estimate, priceAge } from "@greenroom/pricing/schema";
import { Money } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { useSay } from "../../i18n/use-error-text";

/**
 * How much of the money rests on old prices, and which they are behind a click. Nothing while nothing is
 * priced.
 */
export function PriceAgeNote({ estimate }: { estimate: Estimate }) {
  const t = useTranslations("price.age");
  const say = useSay();
  const age = priceAge(estimate);
  if (!age) return null;
  const { oldPercent, oldest, oldPrices } = age;
  const month = oldest?.slice(0, "YYYY-MM".length) ?? "";
  if (oldPrices.length === 0) return <li>{t("fresh", { month })}</li>;
  return (
    <li className="text-attention">
      <details>
        <summary className="cursor-pointer">
          {t("old", { percent: oldPercent === 0 ? "<1" : String(oldPercent), month })}
        </summary>
        <table className="mt-1 w-full text-ink-muted">
          <thead className="sr-only">
            <tr>
              <th scope="col">{t("part")}</th>
              <th scope="col">{t("day")}</th>
              <th scope="col">{t("money")}</th>
            </tr>
          </thead>
          <tbody>
            {oldPrices.map(({ service, name, asOf, source, monthlyUsd }) => (
              <tr key={`${service} ${name} ${asOf} ${source}`} className="border-t align-top">
                <th scope="row" className="break-words py-1 pr-2 text-left font-normal">
                  {service}: {say(componentMessage(name))}
                </th>
                <td className="whitespace-nowrap py-1 pr-2">{asOf ?? t("undated")}</td>
                <td className="py-1 text-right">
                  <Money usd={monthlyUsd} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </li>
  );
}
