import { z } from "zod";
import type { Size } from "../../model/settings-model";
import { whole } from "../../spec/setting-types";

export const backupSettings = z.strictObject({
  enabled: z.boolean(),
  /** UTC hour in which the daily backup begins. */
  hour: whole(0, 23),
  dailyRetentionDays: whole(1, 365),
  monthly: z.boolean(),
  monthlyRetentionDays: whole(31, 3650),
  /** Nobody without special permission can shorten what is kept (governance mode of the vault lock). */
  locked: z.boolean(),
});
export type BackupSettings = z.infer<typeof backupSettings>;

const SMALL: BackupSettings = {
  enabled: false,
  hour: 18,
  dailyRetentionDays: 7,
  monthly: false,
  monthlyRetentionDays: 90,
  locked: false,
};

export const BACKUP_SIZES: Record<Size, BackupSettings> = {
  dev: SMALL,
  staging: SMALL,
  loadtest: SMALL,
  prod: { ...SMALL, enabled: true, monthly: true, locked: true },
};
