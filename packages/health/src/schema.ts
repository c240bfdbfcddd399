import { messageSchema } from "@greenroom/messages";
import { z } from "zod";
import { CHECK_KINDS } from "./check-kinds";
import { HEALTH_STATES } from "./lifecycle";

const id = z.string().max(64);
const state = z.enum(HEALTH_STATES);
const kind = z.enum(CHECK_KINDS);

/** What is wrong with a thing that was looked at. */
const FACT_KINDS = [
  "STACK_GONE",
  "STACK_BROKEN",
  "STACK_MOVING",
  "ALARM_RINGS",
  "ALARM_WITHOUT_DATA",
  "ALARM_GONE",
] as const;
const factSchema = z.object({
  kind: z.enum(FACT_KINDS),
  state,
  /** Of the stack or the alarm. */
  name: z.string(),
  /** AWS's words. */
  says: z.string().nullable(),
});
export type Fact = z.infer<typeof factSchema>;

/** A check as its row holds it. */
export const checkSchema = z.object({
  kind,
  state,
  next: z.object({ state, count: z.number().int() }).nullable(),
  /** When it last had an answer. */
  ranAt: z.coerce.date().nullable(),
  /** Things looked at. */
  count: z.number().int(),
  facts: factSchema.array(),
  /** Why the newest try had no answer; null when it had one. */
  failure: messageSchema.nullable(),
});
export type Check = z.infer<typeof checkSchema>;

/** What made a state so: a check with the things it found, a run at work, or that nobody has looked. */
export const causeSchema = z.object({
  kind: z.enum([...CHECK_KINDS, "RUN", "NOT_LOOKED"]),
  names: z.string().array(),
});
export type Cause = z.infer<typeof causeSchema>;

export const environmentHealthSchema = z.object({
  state,
  /** Why it is so; null when it is healthy. */
  cause: causeSchema.nullable(),
  /** When it came to this state; null before the first look. */
  since: z.date().nullable(),
  checks: checkSchema.extend({ isStale: z.boolean(), ranAt: z.date().nullable() }).array(),
  /** Degraded and unhealthy, the last first. `endedAt` is null while it lasts. */
  incidents: z
    .object({
      id: z.string(),
      from: state,
      state,
      cause: causeSchema,
      startedAt: z.date(),
      endedAt: z.date().nullable(),
      /** What it became. */
      to: state.nullable(),
    })
    .array(),
  uptime: z.object({
    percent: z.number().nullable(),
    knownMs: z.number(),
    downMs: z.number(),
    budgetMs: z.number(),
    budgetLeftMs: z.number(),
    targetPercent: z.number(),
    days: z.number().int(),
  }),
});
export type EnvironmentHealthView = z.infer<typeof environmentHealthSchema>;

export const healthInputSchema = z.strictObject({ environmentId: id });

export const listHealthInputSchema = z.strictObject({ environmentIds: id.array().max(100) });
export const healthRowSchema = z.object({ environmentId: z.string(), state });
export type HealthRow = z.infer<typeof healthRowSchema>;
