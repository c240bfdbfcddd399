import { z } from "zod";
import type { Size } from "../../model/settings-model";
import { logRetention, whole } from "../../spec/setting-types";

export const eventsSettings = z.strictObject({
  archiveDays: whole(1, 365),
  logRetentionDays: logRetention,
  /** Deliveries before SQS moves a message to the dead-letter queue (1 to 1,000 allowed by SQS). */
  maxReceiveCount: whole(1, 100),
  /**
   * At most 13: a message keeps its age when it moves to the dead-letter queue, which keeps 14 days (the most
   * SQS allows), so that at least one day is left to look at it.
   */
  queueRetentionDays: whole(1, 13),
});
export type EventsSettings = z.infer<typeof eventsSettings>;

export const EVENTS_SIZES: Record<Size, EventsSettings> = {
  dev: { archiveDays: 7, logRetentionDays: 7, maxReceiveCount: 3, queueRetentionDays: 4 },
  staging: { archiveDays: 14, logRetentionDays: 14, maxReceiveCount: 5, queueRetentionDays: 4 },
  loadtest: { archiveDays: 3, logRetentionDays: 3, maxReceiveCount: 3, queueRetentionDays: 2 },
  prod: { archiveDays: 30, logRetentionDays: 90, maxReceiveCount: 5, queueRetentionDays: 7 },
};
