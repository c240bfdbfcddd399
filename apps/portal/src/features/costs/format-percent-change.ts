/**
 * A change in percent for a reader: "+4,356.1 %", "−3 %", and "±0 %" for what rounds to nothing; in Korean
 * "+3%". The text of the number goes to Intl as it is, so it never becomes a float.
 * @param percent a decimal number as text
 */
export function formatPercentChange(percent: string, locale: string): string {
  const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(
    percent.replace("-", "") as Intl.StringNumericLiteral,
  );
  const unit = locale === "ko" ? "%" : " %";
  if (!/[1-9]/.test(size)) return `±0${unit}`;
  return `${percent.startsWith("-") ? "−" : "+"}${size}${unit}`;
}
