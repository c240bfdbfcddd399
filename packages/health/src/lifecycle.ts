import { type EnvironmentStatus, isBusy } from "@greenroom/environments/lifecycle";
import type { CheckKind } from "./check-kinds";
import { CHECK_EVERY_MS, STALE_AFTER_MS } from "./limits";

/** What is known of an environment. What was not looked at lately is UNKNOWN, never HEALTHY. */
export const HEALTH_STATES = ["HEALTHY", "DEGRADED", "UNHEALTHY", "UNKNOWN"] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

/** A known fault counts more than what is not known, and that more than what is well. */
const WORST_FIRST = ["UNHEALTHY", "DEGRADED", "UNKNOWN", "HEALTHY"] as const satisfies readonly HealthState[];

/** The worst of them; UNKNOWN of none. */
export const worstOf = (states: readonly HealthState[]): HealthState =>
  WORST_FIRST.find((state) => states.includes(state)) ?? "UNKNOWN";

/** A state, and another that the last results say instead, so many times in a row. */
export interface Settled {
  state: HealthState;
  next: { state: HealthState; count: number } | null;
}

/** Results in a row that it takes to change a state that is known. */
export const SETTLE_AFTER = 3;

/**
 * The one rule of damping: a known state changes to another only when the last three results all say so, and
 * what was not known is what the first result says.
 */
export function settle(before: Settled | null, result: HealthState): Settled {
  if (!before || before.state === "UNKNOWN" || before.state === result) return { state: result, next: null };
  const count = before.next?.state === result ? before.next.count + 1 : 1;
  return count >= SETTLE_AFTER
    ? { state: result, next: null }
    : { state: before.state, next: { state: result, count } };
}

/** A check as it was last made. `ranAt`: when it last had an answer; null before the first. */
export interface CheckState extends Settled {
  kind: CheckKind;
  ranAt: Date | null;
}

/** Whether its last answer is too old to count. */
export const isStale = ({ kind, ranAt }: Pick<CheckState, "kind" | "ranAt">, at: Date): boolean =>
  ranAt === null || at.getTime() - ranAt.getTime() > STALE_AFTER_MS[kind];

/** Whether it is time to make it: it is made again soon while a change of state is in the air. */
export const isDue = ({ kind, ranAt, next }: CheckState, at: Date): boolean =>
  ranAt === null || next !== null || at.getTime() - ranAt.getTime() >= CHECK_EVERY_MS[kind];

/** What the checks say together, and the one that says the worst; null when there is none. */
export function overallState(
  checks: readonly CheckState[],
  at: Date,
): { state: HealthState; kind: CheckKind | null } {
  const now = checks.map((check) => ({
    kind: check.kind,
    state: isStale(check, at) ? "UNKNOWN" : check.state,
  }));
  const state = worstOf(now.map((check) => check.state as HealthState));
  return { state, kind: now.find((check) => check.state === state)?.kind ?? null };
}

/** Environments that are looked at: they stand, and no run is at work on them. */
export const isWatched = (status: EnvironmentStatus): boolean => !isBusy(status) && status !== "DESTROYED";

/** States that somebody has to know of. */
const TROUBLE = ["DEGRADED", "UNHEALTHY"] as const satisfies readonly HealthState[];
export const isTrouble = (state: HealthState): boolean => TROUBLE.some((one) => one === state);
