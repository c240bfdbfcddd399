import type { SpotPrice } from "@greenroom/cloud/price-list";
import { Decimal } from "decimal.js";

const USD_DECIMALS = 6;

export interface SpotSummary {
  /** Mean of the zones' averages: a node is as likely in one as in another. */
  usd: string;
  /** "0.0123 to 0.0456 in 4 zones" and each zone's average, for a reader. */
  note: string;
}

/** Prices of one instance type over a period. A price counts as long as it held. Null without any. */
export function summariseSpot(prices: readonly SpotPrice[], since: Date, until: Date): SpotSummary | null {
  const zones = [...new Set(prices.map(({ zone }) => zone))].sort();
  const averages = zones.map((zone) => ({
    zone,
    average: averageOf(
      prices.filter((price) => price.zone === zone),
      since.getTime(),
      until.getTime(),
    ),
  }));
  if (averages.length === 0) return null;
  const all = prices.map(({ usd }) => new Decimal(usd));
  const text = (usd: Decimal) => usd.toDecimalPlaces(USD_DECIMALS).toFixed();
  const sum = averages.reduce((total, { average }) => total.plus(average), new Decimal(0));
  const byZone = averages.map(({ zone, average }) => `${zone} ${text(average)}`).join(", ");
  const days = Math.round((until.getTime() - since.getTime()) / 86_400_000);
  return {
    usd: text(sum.div(averages.length)),
    note: `${days} days: ${text(Decimal.min(...all))} to ${text(Decimal.max(...all))}; averages ${byZone}`,
  };
}

function averageOf(prices: readonly SpotPrice[], since: number, until: number): Decimal {
  const ordered = prices
    .map(({ from, usd }) => ({ at: Math.max(from.getTime(), since), usd: new Decimal(usd) }))
    .sort((a, b) => a.at - b.at);
  const held = ordered.map(({ at, usd }, index) => ({ usd, ms: (ordered[index + 1]?.at ?? until) - at }));
  const total = held.reduce((sum, { ms }) => sum + ms, 0);
  if (total <= 0) return ordered.at(-1)?.usd ?? new Decimal(0);
  return held.reduce((sum, { usd, ms }) => sum.plus(usd.times(ms)), new Decimal(0)).div(total);
}
