import type { Actor } from "@greenroom/identity/schema";
import {
  applyDiscounts,
  Decimal,
  type Discount,
  discountsOf,
  type PriceBook,
  readCharges,
  toText,
} from "@greenroom/pricing";
import type { Database } from "@greenroom/prisma";
import { groupBy } from "../group-by";
import { USD_DECIMALS } from "../limits";
import type { EnvironmentDiscounts, EnvironmentDiscountsInput } from "../schema";
import { activeDiscounts } from "./active-discounts";
import { optionsOfSpec } from "./estimate-spec";
import { getVisibleEnvironment } from "./visible-environment";

interface PricedCharge {
  service: string;
  name: string;
  usd: Decimal;
  discounts: Discount[];
}

/**
 * What the discounts of today take off an environment's estimate, and whose they are.
 * @throws NOT_FOUND also for an environment of a team the actor does not see, or as `estimateSpec`
 */
export async function getEnvironmentDiscounts(
  deps: { db: Database; book: PriceBook; now: () => Date },
  actor: Actor,
  { environmentId }: EnvironmentDiscountsInput,
): Promise<EnvironmentDiscounts> {
  await getVisibleEnvironment(deps.db, actor, environmentId);
  const { cloudAccountId, blueprint, region, stage, spec } = await deps.db.environment.findUniqueOrThrow({
    where: { id: environmentId },
    select: { cloudAccountId: true, blueprint: true, region: true, stage: true, spec: true },
  });
  const discounts = await activeDiscounts(deps.db, deps.now());
  if (discounts.length === 0) return { listUsd: "0", discountedUsd: "0", lines: [] };
  const input = { blueprint, region, stage, spec: spec as Record<string, unknown> };
  const charges = priceCharges(deps, input, (price, priceRegion) =>
    discountsOf(discounts, { cloudAccountId, price, region: priceRegion }),
  );
  const list = sum(charges.map(({ usd }) => usd));
  const lines = [
    ...groupBy(
      charges.filter((charge) => charge.discounts.length > 0 && !charge.usd.isZero()),
      ({ service, name, discounts: rules }) =>
        JSON.stringify([service, name, rules.map((rule) => rule.name)]),
    ).values(),
  ].map(toLine);
  const saved = sum(lines.map(({ before, after }) => before.minus(after)));
  return {
    listUsd: text(list),
    discountedUsd: text(list.minus(saved)),
    lines: lines
      .sort((a, b) => b.before.comparedTo(a.before))
      .map(({ before: _before, after: _after, ...line }) => line),
  };
}

function priceCharges(
  deps: { book: PriceBook; now: () => Date },
  input: Parameters<typeof optionsOfSpec>[1],
  discountsFor: (
    price: NonNullable<Parameters<typeof discountsOf>[1]["price"]>,
    region: string,
  ) => Discount[],
): PricedCharge[] {
  const { book, ...options } = optionsOfSpec(deps, input);
  return readCharges(options).flatMap(({ service, region, charges }) =>
    charges.flatMap(({ draft: { name, price }, units }) => {
      const priceRegion = price?.region ?? region;
      const known = price && deps.book.find(price.service, price.sku, priceRegion);
      if (!price || !known) return [];
      return [
        {
          service,
          name,
          usd: units.expected.times(known.each),
          discounts: discountsFor(price, priceRegion),
        },
      ];
    }),
  );
}

function toLine(charges: readonly PricedCharge[]) {
  const [{ service, name, discounts }] = charges as [PricedCharge];
  const before = sum(charges.map(({ usd }) => usd));
  const { usd: after, savings } = applyDiscounts(before, discounts);
  return {
    before,
    after,
    service,
    name,
    listUsd: text(before),
    discountedUsd: text(after),
    rules: savings.map((saving) => ({
      ...saving,
      percent: saving.percent.toFixed(),
      usd: text(saving.usd),
    })),
  };
}

const sum = (amounts: readonly Decimal[]): Decimal =>
  amounts.reduce((total, usd) => total.plus(usd), new Decimal(0));
const text = (usd: Decimal) => toText(usd.toDecimalPlaces(USD_DECIMALS));
