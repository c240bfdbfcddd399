import { z } from "zod";
import { cidrSchema } from "../cidr-schema";

/** Days that CloudWatch Logs accepts as a retention (PutRetentionPolicy, API reference). */
export const LOG_RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;
const logRetentionSchema = z.literal(LOG_RETENTION_DAYS);

export const NAT_CHOICES = ["single", "per-zone", "none"] as const;

/** A whole number within bounds; the bounds reach the reader through the issue (see `describeSpecProblems`). */
const whole = (min: number, max: number) => z.int().min(min).max(max);

export const ticketingSpecSchema = z.strictObject({
  network: z.strictObject({
    cidr: cidrSchema,
    zones: z.literal([2, 3]),
    nat: z.enum(NAT_CHOICES),
    flowLogs: z.boolean(),
    flowLogRetentionDays: logRetentionSchema,
  }),
  data: z.strictObject({
    pointInTimeRecovery: z.boolean(),
    /** DynamoDB keeps 1 to 35 days of recovery points. */
    recoveryDays: whole(1, 35),
    deletionProtection: z.boolean(),
  }),
  events: z.strictObject({
    archiveDays: whole(1, 365),
    logRetentionDays: logRetentionSchema,
    /** Deliveries before SQS moves a message to the dead-letter queue (1 to 1,000 allowed by SQS). */
    maxReceiveCount: whole(1, 100),
    /**
     * At most 13: a message keeps its age when it moves to the dead-letter queue, which keeps 14 days (the most SQS
     * allows), so that at least one day is left to look at it.
     */
    queueRetentionDays: whole(1, 13),
  }),
  /** What the owner expects of a month. It changes the estimate, never the resources. */
  traffic: z.strictObject({
    requestsPerSecond: whole(0, 50_000),
    hoursPerDay: z.number().min(0).max(24),
    natGbPerMonth: z.number().min(0).max(1_000_000),
    storageGb: z.number().min(0).max(100_000),
  }),
});

export type TicketingSpec = z.infer<typeof ticketingSpecSchema>;
