const SMALLEST_PLAIN = 0.01;
const SMALLEST_SHOWN = 0.0001;

/**
 * A quantity with its unit for a reader: "730 hours", "0.16 × 1M requests", "0.0016 GB". Two digits are kept
 * however small it is, so that what costs something never reads as nothing.
 * @param quantity a decimal number as text
 */
export function formatQuantity(quantity: string, unit: string, locale: string): string {
  const size = Math.abs(Number(quantity));
  const digits =
    size > 0 && size < SMALLEST_PLAIN ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 };
  const format = new Intl.NumberFormat(locale, digits);
  const number =
    size > 0 && size < SMALLEST_SHOWN
      ? `<${new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(SMALLEST_SHOWN)}`
      : format.format(quantity as Intl.StringNumericLiteral);
  return `${number}${/\d/.test(unit) ? " ×" : ""} ${unit}`;
}
