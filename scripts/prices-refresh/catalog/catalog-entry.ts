import { type BookRow, type PriceQuery, usagetypesIn } from "../price-query";

/** Some rows of a service's price file, and how they are asked for. `found` are the groups of `sku`. */
export interface CatalogEntry {
  /** The whole SKU as the price book has it. */
  sku: RegExp;
  query(row: BookRow, found: readonly string[]): PriceQuery;
}

interface RegionalCharge extends Omit<PriceQuery, "usagetypes" | "filters"> {
  /** The usage type after the region's prefix. */
  ending: string;
  filters?: PriceQuery["filters"];
}

/** A charge with one usage type in each region, found by it and the region's code. */
export function regional(
  sku: RegExp,
  charge: RegionalCharge | ((found: readonly string[]) => RegionalCharge),
): CatalogEntry {
  return {
    sku,
    query: ({ region }, found) => {
      const { ending, filters = {}, ...rest } = typeof charge === "function" ? charge(found) : charge;
      return {
        ...rest,
        usagetypes: usagetypesIn(region, ending),
        filters: { regionCode: region, ...filters },
      };
    },
  };
}
