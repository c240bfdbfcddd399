import { z } from "zod";
import type { Size } from "../../model/settings-model";
import { emailList } from "../../spec/email-list";
import { logRetention } from "../../spec/setting-types";

/** Alarms of a severity and of those above it are mailed. */
export const MAILED_FROM = ["critical", "warning", "info"] as const;

export const observabilitySettings = z.strictObject({
  enabled: z.boolean(),
  emails: emailList,
  mailedFrom: z.enum(MAILED_FROM),
  prometheus: z.boolean(),
  grafana: z.boolean(),
  dashboards: z.boolean(),
  tracing: z.boolean(),
  logRetentionDays: logRetention,
});
export type ObservabilitySettings = z.infer<typeof observabilitySettings>;

/** Nodes and pods are seen only by the agents that observability installs. */
export const clusterDashboard = ({ observability }: { observability?: { enabled: boolean } }) =>
  observability?.enabled ? ("cluster" as const) : null;

const SMALL: ObservabilitySettings = {
  enabled: true,
  emails: [],
  mailedFrom: "warning",
  prometheus: false,
  grafana: false,
  dashboards: true,
  tracing: false,
  logRetentionDays: 7,
};

export const OBSERVABILITY_SIZES: Record<Size, ObservabilitySettings> = {
  dev: { ...SMALL, enabled: false },
  staging: { ...SMALL, prometheus: true, logRetentionDays: 30 },
  loadtest: { ...SMALL, prometheus: true, logRetentionDays: 3 },
  prod: { ...SMALL, prometheus: true, grafana: true, tracing: true, logRetentionDays: 90 },
};
