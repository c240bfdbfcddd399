import { memoize } from "./memoize";

const formatOf = memoize(
  (locale) =>
    new Intl.NumberFormat(locale, { style: "currency", currency: "USD", currencyDisplay: "narrowSymbol" }),
);

/**
 * US dollars for a reader: "$4,496.80". The text of the number goes to Intl as it is, so it never becomes a
 * float; an amount between zero and half a cent reads "<$0.01", so that figures line up and nothing that
 * costs reads as free.
 * @param usd a decimal number as text
 */
export function formatMoney(usd: string, locale: string): string {
  const isTiny = /^0*\.00[0-4]/.test(usd) && /[1-9]/.test(usd);
  const format = formatOf(locale);
  return isTiny ? `<${format.format(0.01)}` : format.format(usd as Intl.StringNumericLiteral);
}
