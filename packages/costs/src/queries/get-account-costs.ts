import { setImmediate } from "node:timers/promises";
import { isAppError } from "@greenroom/errors";
import type { Actor } from "@greenroom/identity/schema";
import { type AccountEnvironment, Decimal, type PriceBook, walkAccounts } from "@greenroom/pricing";
import { HOURS_PER_MONTH } from "@greenroom/pricing/schema";
import type { Database } from "@greenroom/prisma";
import { groupBy } from "../group-by";
import { HOUR_MS } from "../limits";
import type { AccountCosts, AccountCostsInput } from "../schema";
import { type SeenEnvironment, viewAccount } from "./account-view";
import { activeDiscounts } from "./active-discounts";
import { quantitiesOfSpec } from "./quantities-of-spec";
import { teamsInScope } from "./teams-in-scope";

/**
 * Environments walked at once, the dearest first: each takes some milliseconds of the portal's one thread
 * when it is new.
 */
const MAX_WALKED = 500;

interface LivingEnvironment {
  id: string;
  name: string;
  teamId: string;
  cloudAccountId: string;
  blueprint: string;
  region: string;
  stage: string;
  spec: unknown;
  expiresAt: Date | null;
}

/**
 * What the existing environments that the actor may see are expected to cost a month when tiers and free
 * tiers are walked once per account, and discounts taken off. All of an account's environments are walked,
 * also those of teams that the actor does not see, because they share the tiers; figures are told of those
 * only that the actor sees. One that ends within a month is expected for its hours, pro rata.
 */
export async function getAccountCosts(
  deps: { db: Database; book: PriceBook; now: () => Date },
  actor: Actor,
  input: AccountCostsInput,
): Promise<AccountCosts> {
  const teamIds = teamsInScope(actor, input.teamId);
  const isSeen = ({ teamId, stage }: LivingEnvironment) =>
    (teamIds === null || teamIds.includes(teamId)) && (!input.stage || stage === input.stage);
  const accounts = await findAccounts(deps.db, teamIds, input.stage);
  const where = {
    status: { not: "DESTROYED" as const },
    cloudAccountId: { in: accounts.map(({ id }) => id) },
  };
  const [discounts, environments, environmentCount] = await Promise.all([
    activeDiscounts(deps.db, deps.now()),
    deps.db.environment.findMany({
      where,
      select: {
        id: true,
        name: true,
        teamId: true,
        cloudAccountId: true,
        blueprint: true,
        region: true,
        stage: true,
        spec: true,
        expiresAt: true,
      },
      orderBy: [{ monthlyCostUsd: { sort: "desc", nulls: "last" } }, { id: "asc" }],
      take: MAX_WALKED,
    }),
    deps.db.environment.count({ where }),
  ]);
  const walked = await readQuantities(deps, environments);
  const seen = new Map<string, SeenEnvironment>(
    environments.filter(isSeen).map(({ id, name }) => [id, { id, name }]),
  );
  const charges = groupBy(walkAccounts(walked, deps.book), ({ accountId }) => accountId);
  return {
    accounts: accounts.flatMap(({ id, accountId, name }) =>
      viewAccount({ accountId, name }, charges.get(id) ?? [], discounts, seen),
    ),
    walkedCount: walked.length,
    environmentCount,
  };
}

/** Accounts in which the reader sees an existing environment. */
function findAccounts(db: Database, teamIds: string[] | null, stage: string | undefined) {
  return db.cloudAccount.findMany({
    where: {
      environments: {
        some: {
          status: { not: "DESTROYED" },
          stage,
          ...(teamIds === null ? {} : { teamId: { in: teamIds } }),
        },
      },
    },
    select: { id: true, accountId: true, name: true },
    orderBy: { name: "asc" },
  });
}

/** An environment of a blueprint or form that is no more is left out: nobody can say what it takes. */
async function readQuantities(
  deps: { book: PriceBook; now: () => Date },
  environments: readonly LivingEnvironment[],
): Promise<AccountEnvironment[]> {
  const walked: AccountEnvironment[] = [];
  for (const { id, cloudAccountId, blueprint, region, stage, spec, expiresAt } of environments) {
    // Others wait for the same thread: they go first.
    await setImmediate();
    try {
      const input = { blueprint, region, stage, spec: spec as Record<string, unknown> };
      const share = shareOfMonth(expiresAt, deps.now());
      const quantities = quantitiesOfSpec(deps, input).map((of) => ({
        ...of,
        unitsByTier: share ? of.unitsByTier.map((units) => units.times(share)) : of.unitsByTier,
      }));
      walked.push({ id, accountId: cloudAccountId, quantities });
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
  }
  return walked;
}

/**
 * How much of a month of 730 hours is left of a lifetime; null: all of it. What should have ended already
 * goes on, as far as anybody knows.
 */
function shareOfMonth(expiresAt: Date | null, now: Date): Decimal | null {
  const left = expiresAt === null ? 0 : expiresAt.getTime() - now.getTime();
  const month = HOURS_PER_MONTH * HOUR_MS;
  return left > 0 && left < month ? new Decimal(left).div(month) : null;
}
