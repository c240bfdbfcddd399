import { z } from "zod";
import { whole } from "../../setting-types";
import type { Size } from "../../stack-model";

export const complianceSettings = z.strictObject({
  enabled: z.boolean(),
  /** An account has one recorder of Config in a region: on only where it has none yet. */
  recorder: z.boolean(),
  /** One trail records the whole account, and the second of an account is charged: on only where it has none yet. */
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
  trail: false,
  securityHub: false,
  recordRetentionDays: 365,
};

export const COMPLIANCE_SIZES: Record<Size, ComplianceSettings> = {
  dev: SMALL,
  staging: SMALL,
  loadtest: SMALL,
  prod: { ...SMALL, enabled: true },
};
