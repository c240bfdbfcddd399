import { Decimal, estimateTemplates, type PriceBook, toText } from "@greenroom/pricing";
import { HOURS_PER_MONTH } from "@greenroom/pricing/schema";
import type { Usage } from "@greenroom/pricing/usage";
import { startOfDay } from "./calendar";
import { DAY_MS, HOUR_MS } from "./limits";

/** What a stack was for a while, and the use that was expected of it then. `endedAt` null: it stands. */
export interface MeteredPeriod {
  stackKey: string;
  region: string;
  template: object;
  usage: Usage;
  startedAt: Date;
  endedAt: Date | null;
}

export interface MeteredLine {
  service: string;
  component: string;
  usd: string;
}

/**
 * What stood on a day, priced by the hour with the book of estimates: each component at a 730th of its
 * expected month for each hour that its stack stood. So charges by the hour count the hours, charges by the
 * month are taken pro rata, and what depends on use is the expected use of that time, pro rata: the meter
 * knows what exists, not what it did. A component without a price is left out, as from the estimate. A
 * function of what stood alone: in whatever portions a day is metered, it comes to the same.
 *
 * @param day YYYY-MM-DD (UTC); prices that change on a date are those of this day
 * @param until what stands is counted up to here
 * @throws AppError as `estimateTemplates`
 */
export function meterDay(
  periods: readonly MeteredPeriod[],
  day: string,
  until: Date,
  book: PriceBook,
): MeteredLine[] {
  const from = startOfDay(day).getTime();
  const to = Math.min(from + DAY_MS, until.getTime());
  const sums = new Map<string, { service: string; component: string; usd: Decimal }>();
  for (const { stackKey: key, region, template, usage, startedAt, endedAt } of periods) {
    const milliseconds = Math.min(to, endedAt?.getTime() ?? to) - Math.max(from, startedAt.getTime());
    if (milliseconds <= 0) continue;
    const { resources } = estimateTemplates({
      stacks: [{ key, region, template }],
      usage,
      book,
      now: new Date(from),
    });
    for (const { service, components } of resources) {
      for (const { name: component, monthlyCostUsd } of components) {
        if (monthlyCostUsd === null) continue;
        const id = JSON.stringify([service, component]);
        const usd = new Decimal(monthlyCostUsd.expected).times(milliseconds);
        sums.set(id, { service, component, usd: usd.plus(sums.get(id)?.usd ?? 0) });
      }
    }
  }
  return [...sums.values()].map(({ usd, ...line }) => ({
    ...line,
    usd: toText(usd.div(HOURS_PER_MONTH * HOUR_MS)),
  }));
}
