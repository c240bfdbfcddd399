import { AppError } from "@greenroom/errors";
import { z } from "zod";

/** A price of a quantity range, as the Price List has it: "0" to "10240" GB, "10240" to "Inf". */
export interface PriceTier {
  from: string;
  to: string;
  unit: string;
  /** Decimal text. */
  usd: string;
  description: string;
}

interface ReservedOffer {
  /** "1yr". */
  term: string;
  /** "No Upfront". */
  payment: string;
  /** "standard", "convertible"; null where the service has one class only. */
  offeringClass: string | null;
  /** The hour, and what is paid upfront (unit "Quantity") where something is. */
  prices: PriceTier[];
}

/** One SKU of the AWS Price List. */
export interface PriceListProduct {
  sku: string;
  attributes: Readonly<Record<string, string>>;
  /** Tiers of each on-demand offer, from the lowest range up. AWS has one offer; more would be ambiguous. */
  onDemand: PriceTier[][];
  reserved: ReservedOffer[];
}

const dimensionSchema = z.object({
  beginRange: z.string().optional(),
  endRange: z.string().optional(),
  unit: z.string(),
  description: z.string().optional(),
  pricePerUnit: z.object({ USD: z.string() }),
});
const offerSchema = z.object({
  priceDimensions: z.record(z.string(), dimensionSchema),
  termAttributes: z.record(z.string(), z.string()).optional(),
});
const productSchema = z.object({
  product: z.object({ sku: z.string(), attributes: z.record(z.string(), z.string()) }),
  terms: z.object({
    OnDemand: z.record(z.string(), offerSchema).optional(),
    Reserved: z.record(z.string(), offerSchema).optional(),
  }),
});
type Offer = z.infer<typeof offerSchema>;

/**
 * An item of GetProducts' `PriceList`: JSON as text, in which offers and tiers are maps without an order.
 * @throws AppError CLOUD_REFUSED for text of another shape
 */
export function readProduct(text: string): PriceListProduct {
  const { product, terms } = parse(text);
  return {
    sku: product.sku,
    attributes: product.attributes,
    onDemand: Object.values(terms.OnDemand ?? {}).map(tiersOf),
    reserved: Object.values(terms.Reserved ?? {}).map((offer) => ({
      term: offer.termAttributes?.LeaseContractLength ?? "",
      payment: offer.termAttributes?.PurchaseOption ?? "",
      offeringClass: offer.termAttributes?.OfferingClass ?? null,
      prices: tiersOf(offer),
    })),
  };
}

function parse(text: string): z.infer<typeof productSchema> {
  try {
    return productSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError("cloud.productUnreadable", { start: text.slice(0, 200) }, { cause: error });
  }
}

function tiersOf({ priceDimensions }: Offer): PriceTier[] {
  return Object.values(priceDimensions)
    .map(({ beginRange, endRange, unit, description, pricePerUnit }) => ({
      from: beginRange ?? "0",
      to: endRange ?? "Inf",
      unit,
      usd: pricePerUnit.USD,
      description: description ?? "",
    }))
    .sort((a, b) => Number(a.from) - Number(b.from));
}
