import { z } from "zod";
import type { Size } from "../../model/settings-model";
import { whole } from "../../spec/setting-types";

export const CLIENT_AFFINITIES = ["NONE", "SOURCE_IP"] as const;

export const acceleratorSettings = z.strictObject({
  enabled: z.boolean(),
  clientAffinity: z.enum(CLIENT_AFFINITIES),
  /** Share of the arriving traffic that the load balancer gets; 0 stops it without removing anything. */
  trafficPercent: whole(0, 100),
});
export type AcceleratorSettings = z.infer<typeof acceleratorSettings>;

const off: AcceleratorSettings = { enabled: false, clientAffinity: "NONE", trafficPercent: 100 };

export const ACCELERATOR_SIZES: Record<Size, AcceleratorSettings> = {
  dev: off,
  staging: off,
  loadtest: off,
  prod: off,
};
