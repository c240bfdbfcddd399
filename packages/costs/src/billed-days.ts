import { serviceOfBill } from "./billed-services";
import { startOfDay } from "./calendar";
import type { CostDay } from "./commands/import-daily-costs";
import type { BilledCost } from "./cost-explorer";
import { DAY_MS } from "./limits";

export interface NamedEnvironment {
  id: string;
  name: string;
  createdAt: Date;
}

interface BilledDay extends CostDay {
  lines: CostDay["lines"][number][];
}

/**
 * The bill by day and environment, oldest day first. A name may have been used before: a day belongs to the
 * newest environment of that name that was there when it ended, also after its end (what it left behind still
 * costs). Costs of unknown names are left out.
 *
 * @param environments oldest first
 * @param known days imported before; those the bill tells no more of come out empty
 */
export function billedDays(
  costs: readonly BilledCost[],
  environments: readonly NamedEnvironment[],
  known: readonly { environmentId: string; day: string }[],
  estimatedDays: ReadonlySet<string>,
): Map<string, CostDay[]> {
  const days = new Map<string, Map<string, BilledDay>>();
  const place = (environmentId: string, day: string): BilledDay => {
    const ofDay = days.get(day) ?? new Map<string, BilledDay>();
    days.set(day, ofDay);
    const isEstimated = estimatedDays.has(day);
    const found = ofDay.get(environmentId) ?? { environmentId, day, lines: [], isEstimated };
    ofDay.set(environmentId, found);
    return found;
  };
  for (const { environmentId, day } of known) place(environmentId, day);
  const ownerOf = ownerFinder(environments);
  for (const { environmentName, day, service, usd } of costs) {
    const environmentId = ownerOf(environmentName, day);
    if (environmentId === undefined) continue;
    place(environmentId, day).lines.push({ service: serviceOfBill(service), component: service, usd });
  }
  return new Map(
    [...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, ofDay]): [string, CostDay[]] => [day, [...ofDay.values()]]),
  );
}

function ownerFinder(environments: readonly NamedEnvironment[]) {
  const byName = new Map<string, NamedEnvironment[]>();
  for (const environment of environments) {
    byName.set(environment.name, [...(byName.get(environment.name) ?? []), environment]);
  }
  return (name: string, day: string): string | undefined => {
    const endOfDay = startOfDay(day).getTime() + DAY_MS;
    return byName.get(name)?.findLast(({ createdAt }) => createdAt.getTime() < endOfDay)?.id;
  };
}
