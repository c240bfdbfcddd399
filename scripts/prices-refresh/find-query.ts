import type { CatalogEntry } from "./catalog/catalog-entry";
import { COMPUTE } from "./catalog/compute";
import { DATA } from "./catalog/data";
import { EDGE } from "./catalog/edge";
import { SERVICES } from "./catalog/services";
import type { BookRow, PriceQuery } from "./price-query";

const CATALOGS: readonly Readonly<Record<string, readonly CatalogEntry[]>>[] = [
  COMPUTE,
  DATA,
  EDGE,
  SERVICES,
];

/** Why whole services cannot be asked for. */
const REASONS: Readonly<Record<string, string>> = {
  AmazonManagedGrafana: "the row names no region",
  AWSGlobalAccelerator:
    "the fixed fee is not in the price list, and the edges of the rows are not its destinations",
};
const NO_USAGETYPE = "its exact usage type is not known";

/** How a row is asked for, or why it cannot be. */
export function findQuery(row: BookRow): PriceQuery | { reason: string } {
  const reason = REASONS[row.service];
  if (reason) return { reason };
  if (/ SP [13]yr /.test(row.sku)) return { reason: "Savings Plans are not among the products" };
  for (const { sku, query } of CATALOGS.flatMap((catalog) => catalog[row.service] ?? [])) {
    const match = sku.exec(row.sku);
    if (!match) continue;
    const found = query(row, match.slice(1));
    if (found.usagetypes.length === 0)
      return { reason: `the usage type prefix of ${row.region} is not known` };
    const isUnknown =
      found.tierFrom === "unknown" || found.usagetypes.some((one) => one.startsWith("unknown"));
    return isUnknown ? { reason: NO_USAGETYPE } : found;
  }
  return { reason: NO_USAGETYPE };
}
