import { z } from "zod";

/** Days that CloudWatch Logs accepts as a retention (PutRetentionPolicy, API reference). */
export const LOG_RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;
export const logRetention = z.literal(LOG_RETENTION_DAYS);

/**
 * A whole number within bounds; the bounds reach the reader through the issue (see `describeSpecProblems`).
 */
export const whole = (min: number, max: number) => z.int().min(min).max(max);

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
