import { addDecimals, percentOfDecimals } from "./decimals";

/** What the money of an estimate is made of, as far as the age of its prices goes. */
interface Priced {
  resources: readonly {
    service: string;
    components: readonly {
      name: string;
      monthlyCostUsd: { expected: string } | null;
      source: string | null;
      asOf: string | null;
      isStale: boolean;
    }[];
  }[];
}

/** One price that is old, and the money that rests on it. */
interface OldPrice {
  service: string;
  name: string;
  /** YYYY-MM-DD; null where the source bears no date. */
  asOf: string | null;
  source: string | null;
  monthlyUsd: string;
}

export interface PriceAge {
  /**
   * How much of the expected money rests on prices older than 180 days or without a date: a whole number,
   * half up.
   */
  oldPercent: number;
  /** The oldest date that a part of the money rests on, YYYY-MM-DD; null when no part has one. */
  oldest: string | null;
  /** The old prices, dearest first. */
  oldPrices: OldPrice[];
}

/**
 * The age of an estimate's money, not of the book's newest row. Null when nothing is priced: there is no
 * money to be old.
 */
export function priceAge({ resources }: Priced): PriceAge | null {
  const paid = resources.flatMap(({ service, components }) =>
    components.flatMap(({ monthlyCostUsd, ...component }) =>
      monthlyCostUsd && Number(monthlyCostUsd.expected) > 0
        ? [{ ...component, service, monthlyUsd: monthlyCostUsd.expected }]
        : [],
    ),
  );
  if (paid.length === 0) return null;
  const old = paid.filter(({ isStale }) => isStale);
  const sum = (parts: typeof paid) => addDecimals(parts.map(({ monthlyUsd }) => monthlyUsd));
  return {
    oldPercent: percentOfDecimals(sum(old), sum(paid)),
    oldest: paid.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? null,
    oldPrices: groupByPrice(old),
  };
}

/** Many resources share a price: one row for each. */
function groupByPrice(parts: readonly (OldPrice & { isStale: boolean })[]): OldPrice[] {
  const rows = new Map<string, OldPrice>();
  for (const { isStale: _old, ...part } of parts) {
    const key = [part.service, part.name, part.asOf, part.source].join("|");
    const known = rows.get(key);
    rows.set(key, { ...part, monthlyUsd: addDecimals([part.monthlyUsd, known?.monthlyUsd ?? "0"]) });
  }
  return [...rows.values()].sort((a, b) => Number(b.monthlyUsd) - Number(a.monthlyUsd));
}
