import {
  awsCodeOf,
  awsMessageOf,
  type PriceList,
  type PriceListProduct,
  type PriceTier,
} from "@greenroom/cloud/price-list";
import { isAppError } from "@greenroom/errors";
import { unitSizeOf } from "@greenroom/pricing";
import { Decimal } from "decimal.js";
import type { PriceQuery } from "./price-query";

/** Hours that an upfront payment is spread over. */
const HOURS_A_YEAR = 8760;
/** Of how many candidates an error names the rest by count. */
const MAX_CANDIDATES = 10;
/** Failures that every other row would meet too. */
const HOPELESS =
  /^(CredentialsProviderError|ExpiredToken(Exception)?|UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|AccessDenied(Exception)?|UnauthorizedOperation|AuthFailure)$/;

/** The price of one row as AWS has it now, or why it stays as it is. */
export type FoundPrice = { usd: string; source: string } | { problem: string };

/**
 * The price of a row. Exactly one product must match; with none or several the row stays as it is and the
 * problem names what there is.
 * @throws AppError when no row can be read, such as without credentials
 */
export async function findPrice(list: PriceList, query: PriceQuery, unit: string): Promise<FoundPrice> {
  const products: PriceListProduct[] = [];
  for (const usagetype of query.usagetypes) {
    const filters = { ...query.filters, usagetype };
    try {
      products.push(...(await list.findProducts({ serviceCode: query.serviceCode, filters })));
    } catch (error) {
      if (!isAppError(error) || HOPELESS.test(String(awsCodeOf(error)))) throw error;
      return { problem: `AWS did not answer: ${awsMessageOf(error)}` };
    }
  }
  const [product, ...others] = products;
  if (!product) {
    return {
      problem: `no product of ${query.serviceCode} has the usage type ${query.usagetypes.join(" or ")}`,
    };
  }
  if (others.length > 0) return { problem: `${products.length} products fit: ${candidates(products)}` };
  const price = query.reserved
    ? reservedPrice(product, query.reserved, query)
    : onDemandPrice(product, query);
  if ("problem" in price) return { problem: `${price.problem} (SKU ${product.sku})` };
  const { usagetype } = product.attributes;
  return {
    usd: price.usd.times(unitSizeOf(unit)).toFixed(),
    source: `AWS Price List Query API: ${query.serviceCode} ${usagetype}, SKU ${product.sku}`,
  };
}

type UnitPrice = { usd: Decimal } | { problem: string };

function onDemandPrice({ onDemand }: PriceListProduct, query: PriceQuery): UnitPrice {
  const [tiers, ...others] = onDemand;
  if (!tiers) return { problem: "it has no on-demand price" };
  if (others.length > 0) return { problem: `it has ${onDemand.length} on-demand offers` };
  const tier =
    query.tierFrom === undefined
      ? (tiers.find(({ usd }) => !new Decimal(usd).isZero()) ?? tiers[0])
      : tiers.find(({ from }) => new Decimal(from).equals(query.tierFrom ?? 0));
  if (tier) return perBaseUnit(tier, query.units);
  const starts = tiers.map(({ from }) => from).join(", ");
  return { problem: `no tier begins at ${query.tierFrom}, but at ${starts}` };
}

/** Per hour; what is paid upfront is spread over the hours of the term. */
function reservedPrice({ reserved }: PriceListProduct, term: "1yr" | "3yr", query: PriceQuery): UnitPrice {
  const offers = reserved.filter(
    (offer) =>
      offer.term === term &&
      offer.payment === "No Upfront" &&
      (offer.offeringClass ?? "standard") === "standard",
  );
  const [offer] = offers;
  if (!offer || offers.length > 1) return { problem: `it has ${offers.length} reserved offers of ${term}` };
  let usd = new Decimal(0);
  for (const price of offer.prices) {
    if (price.unit === "Quantity") {
      usd = usd.plus(new Decimal(price.usd).div(HOURS_A_YEAR * Number.parseInt(term, 10)));
      continue;
    }
    const hourly = perBaseUnit(price, query.units);
    if ("problem" in hourly) return hourly;
    usd = usd.plus(hourly.usd);
  }
  return { usd };
}

function perBaseUnit({ unit, usd }: PriceTier, units: PriceQuery["units"]): UnitPrice {
  const baseUnits = units[unit.toLowerCase()];
  if (baseUnits) return { usd: new Decimal(usd).div(baseUnits) };
  return { problem: `its unit is "${unit}", not ${Object.keys(units).join(" or ")}` };
}

/** "ABC123 (APN2-NodeUsage:cache.m7g.large, 0.19 Hrs)", by which a reader tells them apart. */
function candidates(products: readonly PriceListProduct[]): string {
  const named = products.slice(0, MAX_CANDIDATES).map(({ sku, attributes, onDemand }) => {
    const [tier] = onDemand[0] ?? [];
    const about = [attributes.usagetype, attributes.operation, tier && `${tier.usd} ${tier.unit}`];
    return `${sku} (${about.filter(Boolean).join(", ")})`;
  });
  const rest = products.length - named.length;
  return rest > 0 ? `${named.join("; ")} and ${rest} more` : named.join("; ");
}
