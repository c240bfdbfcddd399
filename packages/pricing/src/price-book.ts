import { z } from "zod";
import { PRICE_ALIASES } from "./price-aliases";
import { priceFiles } from "./prices";
import { Decimal } from "./ranges";

const priceRowSchema = z.strictObject({
  sku: z.string().min(1),
  /** An AWS region, or "global" for charges that do not depend on one. */
  region: z.string().min(1),
  unit: z.string().min(1),
  usd: z.string().regex(/^\d+(\.\d+)?$/),
  source: z.string().min(1),
  /** A second source that states the same price. */
  alsoIn: z.string().min(1).optional(),
  /** YYYY-MM-DD the price was true; null when the source bears no date, which counts as stale. */
  asOf: z.iso.date().nullable(),
  note: z.string().optional(),
  /** Why the row must not price anything yet. It is kept so that a reader sees what is known. */
  unconfirmed: z.string().optional(),
});
const priceFileSchema = z.strictObject({ service: z.string().min(1), rows: z.array(priceRowSchema) });

export type PriceRow = z.infer<typeof priceRowSchema>;

/** Names exactly one price, or none. `region` is filled in with the stack's unless the charge is global. */
export interface PriceKey {
  service: string;
  sku: string;
  region?: string;
  /** US dollars for one base unit that the user's figures state: it stands in for the book's price. */
  givenUsd?: Decimal;
}

export interface Price {
  /** US dollars for `unitSize` base units. */
  usd: Decimal;
  /** 1,000,000 for a price "per 1M requests", 1 for "per hour". */
  unitSize: Decimal;
  /** US dollars for one base unit. */
  each: Decimal;
  source: string;
  asOf: string | null;
}

export interface PriceBook {
  /** The one price of a key; null when the book has none, or only one that is not confirmed. */
  find(service: string, sku: string, region: string): Price | null;
  /** Regions that any confirmed network price is known for: those an estimate can be made in. */
  regions: readonly string[];
  /** Newest date of a price, YYYY-MM-DD. */
  asOf: string;
  rows: readonly (PriceRow & { service: string })[];
}

const UNIT_SIZES: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, B: 1e9 };

/** How many base units a unit counts: "100k notifications" is 100,000, "hour" is 1. */
export function unitSizeOf(unit: string): Decimal {
  const match = /^(\d+)([kMB])? /.exec(unit);
  return match ? new Decimal(match[1] as string).times(UNIT_SIZES[match[2] ?? ""] ?? 1) : new Decimal(1);
}

/**
 * A price book from the contents of its files.
 * @throws ZodError for a malformed row, Error when two rows price the same key: an ambiguous price is never
 * chosen from.
 */
export function createPriceBook(files: readonly unknown[]): PriceBook {
  const rows = files.flatMap((file) => {
    const { service, rows: own } = priceFileSchema.parse(file);
    return own.map((row) => ({ ...row, service }));
  });
  const prices = new Map<string, Price | null>();
  for (const row of rows) {
    const sku = PRICE_ALIASES[row.service]?.[row.sku] ?? row.sku;
    const key = keyOf(row.service, sku, row.region);
    if (prices.has(key)) {
      throw new Error(`Two prices for ${row.service} "${sku}" in ${row.region}: keep the right one`);
    }
    const { usd, unit, source, asOf, unconfirmed } = row;
    const [price, unitSize] = [new Decimal(usd), unitSizeOf(unit)];
    prices.set(key, unconfirmed ? null : { usd: price, unitSize, each: price.div(unitSize), source, asOf });
  }
  const dates = rows.flatMap(({ asOf }) => asOf ?? []).sort();
  const regions = rows.filter(({ service }) => service === "AmazonVPC").map(({ region }) => region);
  return {
    find: (service, sku, region) => prices.get(keyOf(service, sku, region)) ?? null,
    regions: [...new Set(regions)].sort(),
    asOf: dates.at(-1) ?? "1970-01-01",
    rows,
  };
}

/** The price of a key in a region, or what the user stated instead. */
export function findPrice(book: PriceBook, key: PriceKey, region: string): Price | null {
  const { service, sku, givenUsd } = key;
  if (!givenUsd) return book.find(service, sku, key.region ?? region);
  return { usd: givenUsd, unitSize: new Decimal(1), each: givenUsd, source: "usage figure", asOf: book.asOf };
}

function keyOf(service: string, sku: string, region: string): string {
  return `${service}\n${sku}\n${region}`;
}

let book: PriceBook | undefined;

/** The price book of the project; read and checked once a process. */
export function defaultPriceBook(): PriceBook {
  book ??= createPriceBook(priceFiles);
  return book;
}
