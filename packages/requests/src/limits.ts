import { STAGES, type Stage } from "@greenroom/environments/schema";

/**
 * The longest lifetime of an environment by stage, in days; null allows one without an end. Test environments
 * that nobody ends are what cloud bills are made of; production is ended by a decision, not by a date.
 */
export const LIFETIME_LIMIT_DAYS = { dev: 30, staging: 90, prod: null } as const satisfies Record<
  Stage,
  number | null
>;

/** The limits as plain data for a form. */
export const lifetimeLimits = (): Record<Stage, number | null> =>
  Object.fromEntries(STAGES.map((stage) => [stage, LIFETIME_LIMIT_DAYS[stage]])) as Record<
    Stage,
    number | null
  >;

/** A plan is a picture of one day; after two weeks nobody remembers what they would approve. */
export const PENDING_LIMIT_DAYS = 14;
export const DAY_MS = 86_400_000;

/**
 * Requests that may be open at once. Each holds a name and networks and takes a worker's time to plan. Nobody
 * follows more than twenty by themselves; a team of ten people with several each stays below eighty.
 */
export const MAX_OPEN_REQUESTS = { person: 20, team: 80 };

/** Requests that one sweep closes, so that it stays short; the next sweep goes on. */
export const EXPIRE_BATCH = 100;
