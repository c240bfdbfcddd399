import type { ResourceCharges } from "./charge";
import type { Tier } from "./cost-model";
import type { PriceKey } from "./price-book";
import { Decimal } from "./ranges";

/** How much of one price an environment is expected to take a month. */
export interface AccountQuantity {
  /** Equal for charges of one price (all of its tiers) in one region. */
  id: string;
  /** As estimates group: "SQS". */
  service: string;
  /** The component's name without its tier. */
  name: string;
  unit: string;
  unitSize: number;
  /** Where the price is of: a region, or "global". */
  region: string;
  /** All tiers of the price; one without a bound where there is but one. */
  tiers: readonly Tier[];
  /** Base units in each tier as estimates count them, each resource for itself; their sum is the quantity. */
  unitsByTier: Decimal[];
}

/**
 * What an environment's resources take of each price a month, expected; charges of which it takes nothing are
 * absent.
 */
export function accountQuantities(resources: readonly ResourceCharges[]): AccountQuantity[] {
  const quantities = new Map<string, AccountQuantity>();
  for (const { charges, region, service } of resources) {
    for (const { draft, units } of charges) {
      if (units.expected.isZero()) continue;
      const { name, price, tiers = [{ name, price }] } = draft;
      const priceRegion = tiers[0]?.price?.region ?? region;
      const id = JSON.stringify([priceRegion, ...tiers.map((tier) => nameOf(tier, service))]);
      const known = quantities.get(id) ?? {
        id,
        service,
        name: tiers.length > 1 ? withoutTier(name) : name,
        unit: draft.unit,
        unitSize: draft.unitSize,
        region: priceRegion,
        tiers,
        unitsByTier: tiers.map(() => new Decimal(0)),
      };
      const index = Math.max(
        0,
        tiers.findIndex((tier) => tier.name === name),
      );
      known.unitsByTier[index] = units.expected.plus(known.unitsByTier[index] ?? 0);
      quantities.set(id, known);
    }
  }
  return [...quantities.values()];
}

/** A price's own name; what no source prices is told apart by its component. */
function nameOf({ name, price }: Tier, service: string): string {
  return price ? keyText(price) : `${service}: ${name}`;
}

const keyText = ({ service, sku, givenUsd }: PriceKey) =>
  `${service} ${sku}${givenUsd ? ` at ${givenUsd}` : ""}`;

/** "Duration (first 6B)" → "Duration". */
function withoutTier(name: string): string {
  return name.replace(/ \((first|next|over) [^()]*\)$/, "");
}
