import { z } from "zod";
import { logRetention } from "../../setting-types";
import type { Size } from "../../stack-model";
import { cidrSchema } from "./cidr-schema";

export const NAT_CHOICES = ["single", "per-zone", "none"] as const;

export const networkSettings = z.strictObject({
  cidr: cidrSchema,
  zones: z.literal([2, 3]),
  nat: z.enum(NAT_CHOICES),
  flowLogs: z.boolean(),
  flowLogRetentionDays: logRetention,
});
export type NetworkSettings = z.infer<typeof networkSettings>;

/** The CIDR is a starting value: the portal proposes a free one of the account. */
export const NETWORK_SIZES: Record<Size, NetworkSettings> = {
  dev: { cidr: "10.181.0.0/16", zones: 2, nat: "single", flowLogs: true, flowLogRetentionDays: 7 },
  staging: { cidr: "10.182.0.0/16", zones: 2, nat: "single", flowLogs: true, flowLogRetentionDays: 30 },
  loadtest: { cidr: "10.183.0.0/16", zones: 2, nat: "per-zone", flowLogs: false, flowLogRetentionDays: 3 },
  prod: { cidr: "10.180.0.0/16", zones: 2, nat: "per-zone", flowLogs: true, flowLogRetentionDays: 90 },
};
