import { messageSchema } from "@greenroom/messages";
import { z } from "zod";

const decimalSchema = z.string().regex(/^-?\d+(\.\d+)?$/);

const ADVICE_KEYS = [
  "valkey",
  "one-nat",
  "gateway-endpoints",
  "interface-endpoints",
  "sleep",
  "eks-version",
  "gp3",
  "graviton",
  "reserved-cache",
  "right-size",
] as const;

/** What a node used at its busiest, in percent of what it has. */
const measuredUseSchema = z.object({
  stackKey: z.string(),
  logicalId: z.string(),
  peakCpuPercent: z.number().min(0).max(100),
  peakMemoryPercent: z.number().min(0).max(100),
});
export type MeasuredUse = z.infer<typeof measuredUseSchema>;

/** One thing that would cost less, by itself: savings of two pieces of advice do not add up. */
export const adviceSchema = z.object({
  key: z.enum(ADVICE_KEYS),
  title: messageSchema,
  /** What the saving costs: in availability, work or freedom. */
  risk: messageSchema,
  /**
   * Estimate before minus estimate after, a month: `expected` is the difference of the expected months, `low`
   * and `high` the least and most of the three differences. An expected 0 with a `high` above it is a saving
   * that depends on figures nobody gave.
   */
  savesMonthlyUsd: z.object({ low: decimalSchema, expected: decimalSchema, high: decimalSchema }),
  /** YYYY-MM-DD when the saving begins later. */
  from: z.string().nullable(),
  resources: z.array(z.object({ stackKey: z.string(), logicalId: z.string() })),
});
export type Advice = z.infer<typeof adviceSchema>;
