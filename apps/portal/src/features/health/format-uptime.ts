/**
 * Never rounded up: 99.9996 is "99.999 %", since 100 would say that nothing was lost. In Korean "99.999%".
 */
export function formatUptime(percent: number, locale: string): string {
  const floored = Math.floor(percent * 1_000) / 1_000;
  const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(floored);
  return `${size}${locale === "ko" ? "%" : " %"}`;
}
