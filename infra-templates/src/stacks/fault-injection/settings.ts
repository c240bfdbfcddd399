import { z } from "zod";
import type { Size } from "../../model/settings-model";
import { whole } from "../../spec/setting-types";

export const faultInjectionSettings = z.strictObject({
  enabled: z.boolean(),
  /** Of each node group's nodes; FIS takes 1 to 100. */
  nodePercent: whole(1, 100),
  /** How long a fault of the cache or the network lasts. */
  minutes: whole(1, 60),
});
export type FaultInjectionSettings = z.infer<typeof faultInjectionSettings>;

const SMALL: FaultInjectionSettings = { enabled: false, nodePercent: 34, minutes: 10 };

export const FAULT_INJECTION_SIZES: Record<Size, FaultInjectionSettings> = {
  dev: SMALL,
  staging: SMALL,
  loadtest: SMALL,
  prod: SMALL,
};
