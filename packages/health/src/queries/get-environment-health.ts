import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database, Prisma } from "@greenroom/prisma";
import { z } from "zod";
import { causeOf } from "../cause-of";
import { isStale, isTrouble, isWatched, overallState } from "../lifecycle";
import { MAX_INCIDENTS, STALE_AFTER_MS } from "../limits";
import { type Cause, causeSchema, checkSchema, type EnvironmentHealthView } from "../schema";
import { BUDGET_MS, TARGET_PERCENT, UPTIME_DAYS, uptimeOf } from "../uptime";

const DAY_MS = 86_400_000;

/**
 * Whether an environment is well, which check says so, what happened before and how long it was up.
 * @throws NOT_FOUND also for an environment of a team the actor does not see
 */
export async function getEnvironmentHealth(
  { db, now }: { db: Database; now: () => Date },
  actor: Actor,
  { environmentId }: { environmentId: string },
): Promise<EnvironmentHealthView> {
  const at = now();
  const environment = await db.environment.findUnique({
    where: { id: environmentId },
    select: {
      teamId: true,
      status: true,
      health: true,
      healthPeriods: {
        where: {
          OR: [{ endedAt: null }, { endedAt: { gte: new Date(at.getTime() - UPTIME_DAYS * DAY_MS) } }],
        },
        orderBy: [{ startedAt: "asc" }, { id: "asc" }],
      },
    },
  });
  if (!environment || !may(actor, "environment.view", environment)) throw new AppError("environmentNotFound");
  const { status, health, healthPeriods: periods } = environment;
  const isRunning = !isWatched(status);
  const checks = isRunning ? [] : z.array(checkSchema).parse(health?.checks ?? []);
  const { state, kind } = overallState(checks, at);
  const cause: Cause = isRunning
    ? { kind: "RUN", names: [] }
    : causeOf(
        checks.find((check) => check.kind === kind),
        state,
      );
  const knownUntil = new Date((health?.checkedAt?.getTime() ?? 0) + STALE_AFTER_MS.ALARMS);
  return {
    state,
    cause: state === "HEALTHY" ? null : cause,
    since: health?.state === state ? health.stateSince : null,
    checks: checks.map((check) => ({ ...check, isStale: isStale(check, at) })),
    incidents: incidentsOf(periods),
    uptime: {
      ...uptimeOf(periods, at, knownUntil),
      budgetMs: BUDGET_MS,
      targetPercent: TARGET_PERCENT,
      days: UPTIME_DAYS,
    },
  };
}

/** @param periods oldest first */
function incidentsOf(
  periods: readonly Prisma.HealthPeriodGetPayload<object>[],
): EnvironmentHealthView["incidents"] {
  return periods
    .map((period, index) => ({
      id: period.id,
      from: periods[index - 1]?.state ?? "UNKNOWN",
      state: period.state,
      cause: causeSchema.catch({ kind: "NOT_LOOKED", names: [] }).parse(period.cause),
      startedAt: period.startedAt,
      endedAt: period.endedAt,
      to: periods[index + 1]?.state ?? null,
    }))
    .filter(({ state }) => isTrouble(state))
    .reverse()
    .slice(0, MAX_INCIDENTS);
}
