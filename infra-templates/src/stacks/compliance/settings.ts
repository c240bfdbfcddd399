import { z } from "zod";
import type { Size } from "../../model/settings-model";
import { whole } from "../../spec/setting-types";

export const complianceSettings = z.strictObject({
  enabled: z.boolean(),
  /** An account has one recorder of Config in a region: on only where it has none yet. */
  recorder: z.boolean(),
  /** The account has a recorder that is somebody else's: rules need one of the two. */
  accountRecorder: z.boolean().default(false),
  /**
   * One trail records the whole account, and the second of an account is charged: on only where it has none
   * yet.
   */
  trail: z.boolean(),
  /** An account has one Security Hub in a region: on only where it has none yet. */
  securityHub: z.boolean(),
  /** Days that the records of Config and CloudTrail are kept. */
  recordRetentionDays: whole(90, 3650),
});
export type ComplianceSettings = z.infer<typeof complianceSettings>;

const SMALL: ComplianceSettings = {
  enabled: false,
  recorder: false,
  accountRecorder: false,
  trail: false,
  securityHub: false,
  recordRetentionDays: 365,
};

/**
 * Production keeps its own records: an account that has none would be one where nobody can say who changed
 * what.
 */
export const COMPLIANCE_SIZES: Record<Size, ComplianceSettings> = {
  dev: SMALL,
  staging: SMALL,
  loadtest: SMALL,
  prod: { ...SMALL, enabled: true, recorder: true, trail: true },
};
