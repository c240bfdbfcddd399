import { message } from "@greenroom/messages";
import { z } from "zod";
import type { Size } from "../../model/settings-model";
import { refuse } from "../../spec/refuse";
import { logRetention, whole } from "../../spec/setting-types";

/**
 * Versions that can pause at 0 capacity units ("Aurora Serverless v2 capacity"), with their parameter group
 * families.
 */
export const AURORA_VERSIONS = {
  "16.8": { family: "aurora-postgresql16" },
  "17.4": { family: "aurora-postgresql17" },
} as const;
export const AURORA_VERSION_NAMES = Object.keys(AURORA_VERSIONS) as (keyof typeof AURORA_VERSIONS)[];

/** Aurora counts capacity in halves of a unit (about 2 GiB of memory with its CPU), up to 256. */
export const MAX_ACU = 256;
const capacity = (least: number) =>
  z
    .number()
    .min(least)
    .max(MAX_ACU)
    .refine((value) => Number.isInteger(value * 2), "spec.aurora.step");

const fields = z.strictObject({
  enabled: z.boolean(),
  version: z.enum(AURORA_VERSION_NAMES),
  /** 0 lets it pause when nobody is connected. */
  minAcu: capacity(0),
  maxAcu: capacity(1),
  instances: z.literal([1, 2]),
  backupDays: whole(1, 35),
  deletionProtection: z.boolean(),
  logRetentionDays: logRetention,
});
export type AuroraSettings = z.infer<typeof fields>;

/** Zod compares the bounds even when one of them is wrong by itself: that one alone is told. */
export const auroraSettings = fields.superRefine((aurora, context) => {
  const { enabled, minAcu, maxAcu } = aurora;
  if (!enabled || minAcu <= maxAcu || !fields.safeParse(aurora).success) return;
  refuse(context, message("spec.aurora.bounds", { value: minAcu, maximum: maxAcu }), "minAcu");
});

const SMALL: AuroraSettings = {
  enabled: false,
  version: "16.8",
  minAcu: 0,
  maxAcu: 2,
  instances: 1,
  backupDays: 1,
  deletionProtection: false,
  logRetentionDays: 7,
};

export const AURORA_SIZES: Record<Size, AuroraSettings> = {
  dev: SMALL,
  staging: { ...SMALL, minAcu: 0.5, maxAcu: 4, instances: 2, backupDays: 7, logRetentionDays: 30 },
  loadtest: { ...SMALL, minAcu: 0.5, maxAcu: 16, logRetentionDays: 3 },
  prod: {
    ...SMALL,
    minAcu: 1,
    maxAcu: 32,
    instances: 2,
    backupDays: 35,
    deletionProtection: true,
    logRetentionDays: 90,
  },
};
