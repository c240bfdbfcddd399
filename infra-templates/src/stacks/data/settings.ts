import { message } from "@greenroom/messages";
import { z } from "zod";
import type { Size } from "../../model/settings-model";
import { refuse } from "../../spec/refuse";
import { whole } from "../../spec/setting-types";

/** Regions a table can be copied to, with the setting that switches each on. */
export const REPLICA_REGIONS = {
  "ap-northeast-1": "replicaTokyo",
  "ap-southeast-1": "replicaSingapore",
} as const;
export type ReplicaRegion = keyof typeof REPLICA_REGIONS;

/** 40,000 is what an account may have for one table (DynamoDB quotas). 0 stands for no limit given. */
const units = whole(0, 40_000).default(0);

const fields = z.strictObject({
  pointInTimeRecovery: z.boolean(),
  /** DynamoDB keeps 1 to 35 days of recovery points. */
  recoveryDays: whole(1, 35),
  deletionProtection: z.boolean(),
  billing: z.enum(["on-demand", "provisioned"]).default("on-demand"),
  minReadUnits: units,
  maxReadUnits: units,
  minWriteUnits: units,
  maxWriteUnits: units,
  /** Percent of the capacity that autoscaling keeps in use; DynamoDB takes 20 to 90. */
  targetUtilization: whole(20, 90).default(70),
  replicaTokyo: z.boolean().default(false),
  replicaSingapore: z.boolean().default(false),
});
export type DataSettings = z.infer<typeof fields>;

/** Limits count only while capacity is provisioned and each is right by itself. */
export const dataSettings = fields.superRefine((data, context) => {
  if (data.billing !== "provisioned" || !fields.safeParse(data).success) return;
  for (const kind of ["Read", "Write"] as const) {
    const limits = [`min${kind}Units`, `max${kind}Units`] as const;
    const missing = limits.filter((limit) => data[limit] === 0);
    for (const limit of missing) {
      refuse(context, message("spec.data.noLimit", { value: data[limit] }), limit);
    }
    const [minimum, maximum] = limits;
    if (missing.length === 0 && data[minimum] > data[maximum]) {
      const bounds = { value: data[minimum], maximum: data[maximum] };
      refuse(context, message("spec.data.bounds", bounds), minimum);
    }
  }
});

/** Where the tables are copied to. */
export function replicaRegions(data: DataSettings): ReplicaRegion[] {
  return (Object.keys(REPLICA_REGIONS) as ReplicaRegion[]).filter((region) => data[REPLICA_REGIONS[region]]);
}

const SMALL: DataSettings = {
  pointInTimeRecovery: false,
  recoveryDays: 7,
  deletionProtection: false,
  billing: "on-demand",
  minReadUnits: 0,
  maxReadUnits: 0,
  minWriteUnits: 0,
  maxWriteUnits: 0,
  targetUtilization: 70,
  replicaTokyo: false,
  replicaSingapore: false,
};

export const DATA_SIZES: Record<Size, DataSettings> = {
  dev: SMALL,
  staging: { ...SMALL, pointInTimeRecovery: true },
  loadtest: { ...SMALL, recoveryDays: 1 },
  prod: { ...SMALL, pointInTimeRecovery: true, recoveryDays: 35, deletionProtection: true },
};
