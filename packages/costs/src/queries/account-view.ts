import {
  type AccountCharge,
  type AccountFigures,
  type AccountShare,
  applyDiscounts,
  Decimal,
  type Discount,
  discountsOf,
  toText,
} from "@greenroom/pricing";
import { groupBy } from "../group-by";
import { USD_DECIMALS } from "../limits";
import type { AccountChargeView, AccountCostsView } from "../schema";

export interface SeenEnvironment {
  id: string;
  name: string;
}

/** Environments listed of an account; the rest is one line. */
const LISTED = 20;
/** Digits kept of a displayed quantity. */
const QUANTITY_DECIMALS = 6;

interface Figures extends AccountFigures {
  discountedUsd: Decimal;
}

interface Discounted {
  charge: AccountCharge;
  discounts: readonly Discount[];
  shares: (AccountShare & Figures)[];
}

const NOTHING: Figures = {
  estimatedUsd: new Decimal(0),
  beforeFreeTierUsd: new Decimal(0),
  afterUsd: new Decimal(0),
  discountedUsd: new Decimal(0),
};

/** An account as far as the reader sees its environments; nothing when none of them is walked. */
export function viewAccount(
  account: { accountId: string; name: string },
  charges: readonly AccountCharge[],
  discounts: readonly Discount[],
  seen: ReadonlyMap<string, SeenEnvironment>,
): AccountCostsView[] {
  const own = charges.flatMap((charge) => withDiscounts(charge, discounts, seen));
  if (own.length === 0) return [];
  const all = own.flatMap(({ shares }) => shares);
  const environments = [...groupBy(all, ({ environmentId }) => environmentId)]
    .map(([environmentId, shares]) => ({ environmentId, figures: addUp(shares) }))
    .sort((a, b) => b.figures.afterUsd.comparedTo(a.figures.afterUsd));
  const listed = environments.slice(0, LISTED);
  const nameOf = (id: string) => seen.get(id)?.name ?? id;
  const isPlain = ({ charge, discounts: taken }: Discounted) =>
    !charge.freeTier && charge.tiers.length === 1 && taken.length === 0;
  return [
    {
      ...account,
      ...told(addUp(all)),
      charges: own
        .filter((charge) => !isPlain(charge))
        .map((charge) => viewCharge(charge, nameOf))
        .sort((a, b) => new Decimal(b.beforeFreeTierUsd).comparedTo(a.beforeFreeTierUsd)),
      others: told(addUp(own.filter(isPlain).flatMap(({ shares }) => shares))),
      environments: listed.map(({ environmentId, figures }) => ({
        environmentId,
        environmentName: nameOf(environmentId),
        ...told(figures),
      })),
      rest: restOf(environments.slice(LISTED).map(({ figures }) => figures)),
    },
  ];
}

/**
 * The parts of a charge that the reader sees, less the discounts that apply to it; nothing when there are
 * none.
 */
function withDiscounts(
  charge: AccountCharge,
  discounts: readonly Discount[],
  seen: ReadonlyMap<string, SeenEnvironment>,
): Discounted[] {
  const { accountId: cloudAccountId, region, tiers, shares } = charge;
  const own = shares.filter(({ environmentId }) => seen.has(environmentId));
  if (own.length === 0) return [];
  const taken = discountsOf(discounts, { cloudAccountId, region, price: tiers[0]?.price ?? null });
  return [
    {
      charge,
      discounts: taken,
      shares: own.map((share) => ({ ...share, discountedUsd: applyDiscounts(share.afterUsd, taken).usd })),
    },
  ];
}

function viewCharge(
  { charge, discounts, shares }: Discounted,
  nameOf: (id: string) => string,
): AccountChargeView {
  const { id, service, name, unit, unitSize, region, freeTier } = charge;
  const quantity = (units: Decimal) => toText(units.div(unitSize).toDecimalPlaces(QUANTITY_DECIMALS));
  const dearest = shares.toSorted((a, b) => b.units.comparedTo(a.units));
  return {
    id,
    service,
    name,
    unit,
    region,
    quantity: quantity(shares.reduce((sum, { units }) => sum.plus(units), new Decimal(0))),
    free: freeTier && {
      quantity: quantity(new Decimal(freeTier.units)),
      scope: freeTier.scope,
      source: freeTier.source,
    },
    discounts: discounts.map(({ name: ruleName, ownerName, percent }) => ({
      name: ruleName,
      ownerName,
      percent: percent.toFixed(),
    })),
    isPartlyUnpriced: !charge.unpricedUnits.isZero(),
    ...told(addUp(shares)),
    shares: dearest.slice(0, LISTED).map((share) => ({
      environmentId: share.environmentId,
      environmentName: nameOf(share.environmentId),
      quantity: quantity(share.units),
      ...told(share),
    })),
    rest: restOf(dearest.slice(LISTED)),
  };
}

function restOf(figures: readonly Figures[]) {
  return figures.length > 0 ? { count: figures.length, ...told(addUp(figures)) } : null;
}

function addUp(figures: readonly Figures[]): Figures {
  return figures.reduce(
    (sum, figure) => ({
      estimatedUsd: sum.estimatedUsd.plus(figure.estimatedUsd),
      beforeFreeTierUsd: sum.beforeFreeTierUsd.plus(figure.beforeFreeTierUsd),
      afterUsd: sum.afterUsd.plus(figure.afterUsd),
      discountedUsd: sum.discountedUsd.plus(figure.discountedUsd),
    }),
    NOTHING,
  );
}

/** As text, rounded to what the tables keep of a dollar. */
function told({ estimatedUsd, beforeFreeTierUsd, afterUsd, discountedUsd }: Figures) {
  const text = (usd: Decimal) => toText(usd.toDecimalPlaces(USD_DECIMALS));
  return {
    estimatedUsd: text(estimatedUsd),
    beforeFreeTierUsd: text(beforeFreeTierUsd),
    afterUsd: text(afterUsd),
    discountedUsd: text(discountedUsd),
  };
}
