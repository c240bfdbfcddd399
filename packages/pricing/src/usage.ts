import { AppError } from "@greenroom/errors";
import type { Message } from "@greenroom/messages";
import { Decimal, mapRange, type Range } from "./ranges";

/** A usage figure with where it comes from; `low` and `high` bound the month. */
export interface UsageValue {
  low: number;
  expected: number;
  high: number;
  assumption: Message;
}

/** stack key → logical id → Infracost's usage key → value. */
export type Usage = Record<string, Record<string, Record<string, UsageValue>>>;

/**
 * Digits of a usage figure that count: a billionth of a GB is a byte. Bounded, so that products stay exact.
 */
const USAGE_DECIMALS = 9;

/** A usage figure of one resource, with where it comes from. */
export interface UsageFigure {
  range: Range;
  assumption: Message;
}

/** Reads a resource's usage figures by Infracost's keys ("monthly_requests", "standard.storage_gb"). */
export class UsageReader {
  /** @param where what the figures belong to, for the message of an error ("network.NatGateway1") */
  constructor(
    private readonly values: Record<string, UsageValue>,
    private readonly where: string,
  ) {}

  /**
   * Null when the figure was not given.
   * @throws AppError INVALID_INPUT when it is negative, not finite, or its bounds are not in order
   */
  get(key: string): UsageFigure | null {
    const value = this.values[key];
    return value ? { range: toRange(value, `${this.where}.${key}`), assumption: value.assumption } : null;
  }

  /** Whether any figure was given whose key starts so. */
  hasAny(prefix: string): boolean {
    return Object.keys(this.values).some((key) => key.startsWith(prefix));
  }

  /**
   * What follows `prefix` in the keys that were given, in order: the instance types of
   * `karpenter_nodes.<type>`.
   */
  endings(prefix: string): string[] {
    return Object.keys(this.values)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
      .sort();
  }

  /**
   * A choice in words, in lower case. Figures are numbers, so the choice is part of the key: Infracost's
   * `operating_system: windows` is given as `operating_system.windows` with a figure above 0.
   */
  choice(key: string): string | undefined {
    return this.endings(`${key}.`)
      .find((ending) => (this.values[`${key}.${ending}`]?.high ?? 0) > 0)
      ?.toLowerCase();
  }
}

export function createUsageReader(
  values: Record<string, UsageValue> | undefined,
  where: string,
): UsageReader {
  return new UsageReader(values ?? {}, where);
}

function toRange({ low, expected, high }: UsageValue, where: string): Range {
  const isOrdered = 0 <= low && low <= expected && expected <= high && Number.isFinite(high);
  if (!isOrdered) {
    throw new AppError("usageInvalid", { where, low, expected, high });
  }
  return mapRange(
    { low: new Decimal(low), expected: new Decimal(expected), high: new Decimal(high) },
    (value) => value.toDecimalPlaces(USAGE_DECIMALS),
  );
}
