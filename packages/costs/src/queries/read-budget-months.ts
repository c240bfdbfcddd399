import { Decimal } from "@greenroom/pricing";
import type { Database } from "@greenroom/prisma";
import type { BudgetSubject } from "./budget-access";
import { NO_MONTH, readExpectedMonths } from "./expected-months";
import { readEnvironmentMonths, readTeamMonths } from "./month-forecast";

/** What a month comes to, for all that a budget is for. */
export interface BudgetMonth {
  soFarUsd: Decimal;
  /** See `month-forecast.ts`; null for an environment without a price. */
  forecastUsd: Decimal | null;
  /** A month of all that exists and is approved. */
  expectedMonthlyUsd: Decimal;
  /** Something of that has no known price. */
  isExpectedAtLeast: boolean;
}

/**
 * The month at hand of teams and environments, by the id of either: the figures that the cost pages show for
 * them. A destroyed environment keeps what it has cost; an unknown one is absent.
 */
export async function readBudgetMonths(
  db: Database,
  subjects: readonly BudgetSubject[],
  now: Date,
): Promise<Map<string, BudgetMonth>> {
  const teamIds = [...new Set(subjects.map(({ teamId }) => teamId))];
  const environmentIds = subjects.flatMap(({ environmentId }) => environmentId ?? []);
  const ofTeams = [
    ...new Set(subjects.flatMap(({ teamId, environmentId }) => (environmentId === null ? teamId : []))),
  ];
  const [expected, teams, environments] = await Promise.all([
    readExpectedMonths(db, teamIds, environmentIds),
    readTeamMonths(db, { teamIds: ofTeams, stage: undefined }, now),
    readEnvironmentMonths(db, environmentIds, now),
  ]);
  const nothing = new Decimal(0);
  const expectedOf = (id: string) => {
    const { usd, leastCount } = expected.get(id) ?? NO_MONTH;
    return { expectedMonthlyUsd: usd, isExpectedAtLeast: leastCount > 0 };
  };
  return new Map<string, BudgetMonth>([
    ...ofTeams.map((id): [string, BudgetMonth] => {
      const month = teams.find(({ teamId }) => teamId === id);
      const { soFarUsd, restUsd } = month ?? { soFarUsd: nothing, restUsd: nothing };
      return [id, { soFarUsd, forecastUsd: soFarUsd.plus(restUsd), ...expectedOf(id) }];
    }),
    ...[...environments].map(([id, { soFarUsd, forecastUsd }]): [string, BudgetMonth] => [
      id,
      { soFarUsd, forecastUsd, ...expectedOf(id) },
    ]),
  ]);
}
