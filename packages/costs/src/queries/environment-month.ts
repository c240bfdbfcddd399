import { dayOf, endOfMonth, monthOf, startOfDay } from "../calendar";
import { HOURS_PER_MONTH } from "../components";
import { DAY_MS, HOUR_MS, USD_DECIMALS } from "../limits";
import { Decimal } from "../ranges";

interface Environment {
  monthlyCostUsd: { toFixed(): string } | null;
  readyAt: Date | null;
  destroyedAt: Date | null;
}

interface DayCost {
  day: Date;
  usd: { toFixed(): string };
  source: "METERED" | "COST_EXPLORER";
}

export interface EnvironmentMonth {
  soFarUsd: Decimal;
  countedUntil: Date | null;
  /** Null when no price is expected. */
  forecastUsd: Decimal | null;
}

/**
 * What the month at hand has cost an environment and will come to: what is counted so far, and the rest of it at the price it was
 * planned with (a 730th of it an hour), up to its end when it was destroyed.
 *
 * @param ofMonth its costs of this month's days
 * @param meteredUntil where its meter stands
 */
export function environmentMonth(
  environment: Environment,
  ofMonth: readonly DayCost[],
  meteredUntil: Date | undefined,
  now: Date,
): EnvironmentMonth {
  const soFarUsd = ofMonth.reduce((sum, { usd }) => sum.plus(usd.toFixed()), new Decimal(0));
  const countedUntil = latest([
    meteredUntil,
    ...ofMonth.map(({ day, source }) =>
      source === "COST_EXPLORER" ? new Date(day.getTime() + DAY_MS) : undefined,
    ),
  ]);
  const rest = restOfMonth(environment, countedUntil, now);
  return {
    soFarUsd,
    countedUntil,
    forecastUsd: rest && soFarUsd.plus(rest).toDecimalPlaces(USD_DECIMALS),
  };
}

/** What the hours of the month that are not counted yet are expected to cost. */
function restOfMonth(environment: Environment, countedUntil: Date | null, now: Date): Decimal | null {
  const { monthlyCostUsd, readyAt, destroyedAt } = environment;
  const monthStart = startOfDay(monthOf(dayOf(now)));
  const from = Math.max((countedUntil ?? readyAt ?? now).getTime(), monthStart.getTime());
  const monthEnd = endOfMonth(dayOf(now)).getTime();
  const to = Math.min(monthEnd, destroyedAt?.getTime() ?? monthEnd);
  if (to <= from) return new Decimal(0);
  if (monthlyCostUsd === null) return null;
  return new Decimal(monthlyCostUsd.toFixed()).times(to - from).div(HOURS_PER_MONTH * HOUR_MS);
}

function latest(times: readonly (Date | undefined)[]): Date | null {
  const known = times.flatMap((time) => (time ? [time.getTime()] : []));
  return known.length > 0 ? new Date(Math.max(...known)) : null;
}
