import type { Database } from "@greenroom/prisma";
import { Decimal } from "../ranges";
import type { BudgetSubject } from "./budget-access";
import { readExpectedMonths } from "./expected-months";
import { readEnvironmentMonths, readTeamMonths } from "./month-forecast";

/** What a month comes to, for all that a budget is for. */
export interface BudgetMonth {
  soFarUsd: Decimal;
  /** See `month-forecast.ts`; null for an environment without a price. */
  forecastUsd: Decimal | null;
  /** A month of all that exists and is approved. */
  expectedMonthlyUsd: Decimal;
}

/**
 * The month at hand of teams and environments, by the id of either: the figures that the cost pages show for them.
 * A destroyed environment keeps what it has cost; an unknown one is absent.
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
  const expectedOf = (id: string) => expected.get(id) ?? nothing;
  return new Map<string, BudgetMonth>([
    ...ofTeams.map((id): [string, BudgetMonth] => {
      const month = teams.find(({ teamId }) => teamId === id);
      const { soFarUsd, restUsd } = month ?? { soFarUsd: nothing, restUsd: nothing };
      return [id, { soFarUsd, forecastUsd: soFarUsd.plus(restUsd), expectedMonthlyUsd: expectedOf(id) }];
    }),
    ...[...environments].map(([id, { soFarUsd, forecastUsd }]): [string, BudgetMonth] => [
      id,
      { soFarUsd, forecastUsd, expectedMonthlyUsd: expectedOf(id) },
    ]),
  ]);
}
