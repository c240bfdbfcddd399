import type { AccountQuantity } from "./account-quantities";
import { type FreeTier, freeTierOf } from "./free-tiers";
import { findPrice, type PriceBook } from "./price-book";
import { Decimal } from "./ranges";
import { type PricedTier, splitByWeight, walkTiers } from "./walk-tiers";

export interface AccountEnvironment {
  id: string;
  accountId: string;
  quantities: readonly AccountQuantity[];
}

/** US dollars a month, expected. */
export interface AccountFigures {
  /** The sum of the estimates, in which each resource begins in the first tier. */
  estimatedUsd: Decimal;
  /** The tiers walked once over all environments of the account. */
  beforeFreeTierUsd: Decimal;
  /** And without what the account has free. */
  afterUsd: Decimal;
}

export interface AccountShare extends AccountFigures {
  environmentId: string;
  units: Decimal;
}

/**
 * One price of an account and who takes how much of it. The shares sum to the charge's own figures exactly.
 */
export interface AccountCharge extends AccountFigures, Omit<AccountQuantity, "unitsByTier"> {
  accountId: string;
  units: Decimal;
  freeTier: FreeTier | null;
  /** Base units of it that the free tier covers. */
  freeUnits: Decimal;
  /** Base units in tiers whose price nobody knows: no figure counts them. */
  unpricedUnits: Decimal;
  shares: AccountShare[];
}

/**
 * What accounts cost when tiers and free tiers are walked once over all of an account's environments, as AWS
 * bills them. The tiers of a price are those of (account, region or global). A free tier covers the first
 * units of the first tier; where several prices or regions draw on one, it is shared among them by quantity.
 * Every figure is given back to the environments by quantity. Pure; the order of environments does not
 * matter.
 */
export function walkAccounts(environments: readonly AccountEnvironment[], book: PriceBook): AccountCharge[] {
  const gathered = gather(environments);
  const freeUnits = shareFreeTiers(gathered);
  return gathered.map((charge) => priceCharge(charge, freeUnits.get(charge) ?? new Decimal(0), book));
}

interface Gathered {
  accountId: string;
  of: AccountQuantity;
  units: Decimal;
  freeTier: FreeTier | null;
  parts: { environmentId: string; units: Decimal; unitsByTier: readonly Decimal[] }[];
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Charges of an account in an order of their own, each with its environments in theirs. */
function gather(environments: readonly AccountEnvironment[]): Gathered[] {
  const charges = new Map<string, Gathered>();
  for (const { id: environmentId, accountId, quantities } of environments.toSorted((a, b) =>
    byText(a.id, b.id),
  )) {
    for (const of of quantities) {
      const key = `${accountId} ${of.id}`;
      const price = of.tiers[0]?.price;
      const known = charges.get(key) ?? {
        accountId,
        of,
        units: new Decimal(0),
        freeTier: price ? freeTierOf(price) : null,
        parts: [],
      };
      const units = sum(of.unitsByTier);
      known.units = known.units.plus(units);
      known.parts.push({ environmentId, units, unitsByTier: of.unitsByTier });
      charges.set(key, known);
    }
  }
  return [...charges].sort(([a], [b]) => byText(a, b)).map(([, charge]) => charge);
}

/** How much of each charge its free tier covers. */
function shareFreeTiers(charges: readonly Gathered[]): Map<Gathered, Decimal> {
  const pools = new Map<string, { freeTier: FreeTier; members: Gathered[] }>();
  for (const charge of charges) {
    const { freeTier, accountId, of } = charge;
    if (!freeTier) continue;
    const key = JSON.stringify([accountId, freeTier.id, freeTier.scope === "REGION" ? of.region : ""]);
    const pool = pools.get(key) ?? { freeTier, members: [] };
    pool.members.push(charge);
    pools.set(key, pool);
  }
  return new Map(
    [...pools.values()].flatMap(({ freeTier, members }) => {
      const units = members.map((member) => member.units);
      const free = Decimal.min(freeTier.units, sum(units));
      return splitByWeight(free, units).map((part, index) => [members[index] as Gathered, part] as const);
    }),
  );
}

function priceCharge(charge: Gathered, freeUnits: Decimal, book: PriceBook): AccountCharge {
  const { accountId, of, units, freeTier, parts } = charge;
  const { unitsByTier: _ownUnits, ...described } = of;
  const tiers = of.tiers.map(
    ({ upTo, price }): PricedTier => ({
      upTo: upTo === undefined ? null : new Decimal(upTo),
      each: price && (findPrice(book, price, of.region)?.each ?? null),
    }),
  );
  const walked = walkTiers(units, tiers);
  const free = walkTiers(freeUnits, tiers);
  const ownUnits = parts.map((part) => part.units);
  const estimated = parts.map(({ unitsByTier }) =>
    sum(unitsByTier.map((count, index) => count.times(tiers[index]?.each ?? 0))),
  );
  const before = sharesOf(walked.usd, ownUnits, tiers);
  const after = free.usd.isZero() ? before : splitByWeight(walked.usd.minus(free.usd), ownUnits);
  return {
    ...described,
    accountId,
    units,
    freeTier,
    freeUnits,
    unpricedUnits: walked.unpricedUnits.minus(free.unpricedUnits),
    estimatedUsd: sum(estimated),
    beforeFreeTierUsd: walked.usd,
    afterUsd: walked.usd.minus(free.usd),
    shares: parts.map(({ environmentId, units: own }, index) => ({
      environmentId,
      units: own,
      estimatedUsd: estimated[index] ?? new Decimal(0),
      beforeFreeTierUsd: before[index] ?? new Decimal(0),
      afterUsd: after[index] ?? new Decimal(0),
    })),
  };
}

/**
 * By quantity. Of a price without tiers each part is its own units' price, to the last digit what the
 * estimate says.
 */
function sharesOf(amount: Decimal, units: readonly Decimal[], tiers: readonly PricedTier[]): Decimal[] {
  const [only, second] = tiers;
  if (second) return splitByWeight(amount, units);
  return units.map((count) => count.times(only?.each ?? 0));
}

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), new Decimal(0));
}
