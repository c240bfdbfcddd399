import { z } from "zod";
import { whole } from "../../setting-types";
import type { Size } from "../../stack-model";

export const dataSettings = z.strictObject({
  pointInTimeRecovery: z.boolean(),
  /** DynamoDB keeps 1 to 35 days of recovery points. */
  recoveryDays: whole(1, 35),
  deletionProtection: z.boolean(),
});
export type DataSettings = z.infer<typeof dataSettings>;

export const DATA_SIZES: Record<Size, DataSettings> = {
  dev: { pointInTimeRecovery: false, recoveryDays: 7, deletionProtection: false },
  staging: { pointInTimeRecovery: true, recoveryDays: 7, deletionProtection: false },
  loadtest: { pointInTimeRecovery: false, recoveryDays: 1, deletionProtection: false },
  prod: { pointInTimeRecovery: true, recoveryDays: 35, deletionProtection: true },
};
