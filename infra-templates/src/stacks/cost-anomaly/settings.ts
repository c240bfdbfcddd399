import { z } from "zod";
import type { Size } from "../../model/settings-model";
import { emailList } from "../../spec/email-list";
import { whole } from "../../spec/setting-types";

export const costAnomalySettings = z.strictObject({
  enabled: z.boolean(),
  /** US dollars that an anomaly costs before anybody is told. */
  thresholdUsd: whole(1, 100_000),
  frequency: z.enum(["DAILY", "WEEKLY"]),
  /** Beside the environment's owner. */
  emails: emailList,
});
export type CostAnomalySettings = z.infer<typeof costAnomalySettings>;

const SMALL: CostAnomalySettings = { enabled: false, thresholdUsd: 50, frequency: "DAILY", emails: [] };

export const COST_ANOMALY_SIZES: Record<Size, CostAnomalySettings> = {
  dev: SMALL,
  staging: SMALL,
  loadtest: { ...SMALL, thresholdUsd: 200 },
  prod: { ...SMALL, enabled: true, thresholdUsd: 200 },
};
