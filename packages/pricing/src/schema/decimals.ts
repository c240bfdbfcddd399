/**
 * Sums, differences and products of decimal numbers as text, exact to the last digit and without zeros at the
 * end: money never becomes a float. Pages use them too, where a whole library of decimals would be sent to
 * every browser.
 */

function toScaled(decimal: string, digits: number): bigint {
  const isNegative = decimal.startsWith("-");
  const [whole = "0", fraction = ""] = decimal.replace("-", "").split(".");
  const size = BigInt(whole + fraction.padEnd(digits, "0"));
  return isNegative ? -size : size;
}

function fromScaled(scaled: bigint, digits: number): string {
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, "0");
  const sign = scaled < 0n ? "-" : "";
  if (digits === 0) return sign + text;
  const fraction = text.slice(-digits).replace(/0+$/, "");
  return sign + text.slice(0, -digits) + (fraction && `.${fraction}`);
}

const fractionDigits = (decimal: string) => decimal.split(".")[1]?.length ?? 0;

/** The sum of the terms; "0" of none. */
export function addDecimals(terms: readonly string[]): string {
  const digits = Math.max(0, ...terms.map(fractionDigits));
  return fromScaled(
    terms.reduce((sum, term) => sum + toScaled(term, digits), 0n),
    digits,
  );
}

export function subtractDecimals(from: string, what: string): string {
  return addDecimals([from, what.startsWith("-") ? what.slice(1) : `-${what}`]);
}

export function multiplyDecimals(a: string, b: string): string {
  const [aDigits, bDigits] = [fractionDigits(a), fractionDigits(b)];
  return fromScaled(toScaled(a, aDigits) * toScaled(b, bDigits), aDigits + bDigits);
}

/** How many hundredths of the whole a part is, a whole number, half up. The whole is above 0. */
export function percentOfDecimals(part: string, whole: string): number {
  const digits = Math.max(fractionDigits(part), fractionDigits(whole));
  const [of, all] = [toScaled(part, digits), toScaled(whole, digits)];
  return Number((200n * of + all) / (2n * all));
}

export const isNegativeDecimal = (decimal: string) => /^-0*\.?0*[1-9]/.test(decimal);
