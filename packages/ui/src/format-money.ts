import { remember } from "./remember";

const formatOf = remember(
  (locale, maximumFractionDigits) =>
    new Intl.NumberFormat(locale, {
      style: "currency",
      currency: "USD",
      currencyDisplay: "narrowSymbol",
      minimumFractionDigits: 2,
      maximumFractionDigits: Number(maximumFractionDigits),
    }),
);

/**
 * US dollars for a reader: "$4,496.80". The text of the number goes to Intl as it is, so it never becomes a float; amounts
 * between zero and a cent show four digits instead of "$0.00".
 * @param usd a decimal number as text
 */
export function formatMoney(usd: string, locale: string): string {
  const isTiny = /^-?0*\.?0*[1-9]/.test(usd) && /^-?0*(\.00\d*)?$/.test(usd);
  return formatOf(locale, isTiny ? "4" : "2").format(usd as Intl.StringNumericLiteral);
}
