import { Decimal } from "../ranges";

/**
 * "1,234.56": dollars with two decimals, rounded half up; what is below a cent but not nothing is shown as
 * such.
 */
export function moneyText(usd: string): string {
  const value = new Decimal(usd);
  if (!value.isZero() && value.abs().lt("0.005")) return value.isNegative() ? "> -0.01" : "< 0.01";
  return withCommas(value.toFixed(2));
}

/** "$12.00", or "at least $12.00" where a total leaves something out. */
export function totalText(usd: string, isLeast: boolean): string {
  return `${isLeast ? "at least " : ""}$${moneyText(usd)}`;
}

/** Whether one decimal text is more than another. */
export function isMore(a: string, b: string): boolean {
  return new Decimal(a).gt(b);
}

/** A quantity with at most four decimals. */
export function quantityText(quantity: string): string {
  return withCommas(new Decimal(quantity).toDecimalPlaces(4).toFixed());
}

function withCommas(text: string): string {
  const [whole = "", decimals] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
