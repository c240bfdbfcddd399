import { message } from "@greenroom/messages";
import { z } from "zod";
import type { Size } from "../../model/settings-model";
import { cidrSchema, parseCidr } from "../../spec/cidr-schema";
import { refuse } from "../../spec/refuse";
import { logRetention } from "../../spec/setting-types";
import { narrowestPrefixFor } from "./subnets";

export const NAT_CHOICES = ["single", "per-zone", "none"] as const;

export const networkSettings = z
  .strictObject({
    cidr: cidrSchema,
    zones: z.literal([2, 3]),
    nat: z.enum(NAT_CHOICES),
    flowLogs: z.boolean(),
    flowLogRetentionDays: logRetention,
    interfaceEndpoints: z.boolean().default(false),
  })
  .superRefine(({ cidr, zones }, context) => {
    const needed = narrowestPrefixFor(zones);
    const prefix = parseCidr(cidr)?.prefix ?? 0;
    if (prefix <= needed) return;
    refuse(context, message("spec.cidr.tooSmallForZones", { value: cidr, zones, needed }), "cidr");
  });
export type NetworkSettings = z.infer<typeof networkSettings>;

/** The CIDR is a starting value: the portal proposes a free one of the account. */
export const NETWORK_SIZES: Record<Size, NetworkSettings> = {
  dev: {
    cidr: "10.181.0.0/16",
    zones: 2,
    nat: "single",
    flowLogs: true,
    flowLogRetentionDays: 7,
    interfaceEndpoints: false,
  },
  staging: {
    cidr: "10.182.0.0/16",
    zones: 2,
    nat: "single",
    flowLogs: true,
    flowLogRetentionDays: 30,
    interfaceEndpoints: false,
  },
  loadtest: {
    cidr: "10.183.0.0/16",
    zones: 2,
    nat: "per-zone",
    flowLogs: false,
    flowLogRetentionDays: 3,
    interfaceEndpoints: false,
  },
  prod: {
    cidr: "10.180.0.0/16",
    zones: 2,
    nat: "per-zone",
    flowLogs: true,
    flowLogRetentionDays: 90,
    interfaceEndpoints: true,
  },
};
