import { z } from "zod";
import { ACCELERATOR_SIZES, acceleratorSettings } from "../../stacks/accelerator/settings";
import { AURORA_SIZES, auroraSettings } from "../../stacks/aurora/settings";
import { BACKUP_SIZES, backupSettings } from "../../stacks/backup/settings";
import { BASTION_SIZES, bastionSettings } from "../../stacks/bastion/settings";
import { CACHE_SIZES, cacheSettings } from "../../stacks/cache/settings";
import { CLUSTER_SIZES, clusterSettings } from "../../stacks/cluster/settings";
import { COMPLIANCE_SIZES, complianceSettings } from "../../stacks/compliance/settings";
import { COST_ANOMALY_SIZES, costAnomalySettings } from "../../stacks/cost-anomaly/settings";
import { dataSettings } from "../../stacks/data/settings";
import { EDGE_SIZES, edgeSettings } from "../../stacks/edge/settings";
import { eventsSettings } from "../../stacks/events/settings";
import { FAULT_INJECTION_SIZES, faultInjectionSettings } from "../../stacks/fault-injection/settings";
import { networkSettings } from "../../stacks/network/settings";
import { OBSERVABILITY_SIZES, observabilitySettings } from "../../stacks/observability/settings";
import { REGISTRY_SIZES, registrySettings } from "../../stacks/registry/settings";
import { trafficSettings } from "../../traffic/traffic";

/**
 * One section per stack. A stack that came later than the first version has a default (off), so that the specs of older
 * environments stay readable.
 */
export const ticketingSpecSchema = z
  .strictObject({
    network: networkSettings,
    data: dataSettings,
    events: eventsSettings,
    cache: cacheSettings.default({ ...CACHE_SIZES.dev, enabled: false }),
    cluster: clusterSettings.default({ ...CLUSTER_SIZES.dev, enabled: false }),
    edge: edgeSettings.default({ ...EDGE_SIZES.dev, enabled: false }),
    accelerator: acceleratorSettings.default({ ...ACCELERATOR_SIZES.dev, enabled: false }),
    registry: registrySettings.default({ ...REGISTRY_SIZES.dev, enabled: false }),
    bastion: bastionSettings.default({ ...BASTION_SIZES.dev, enabled: false }),
    aurora: auroraSettings.default({ ...AURORA_SIZES.dev, enabled: false }),
    observability: observabilitySettings.default({ ...OBSERVABILITY_SIZES.dev, enabled: false }),
    backup: backupSettings.default({ ...BACKUP_SIZES.dev, enabled: false }),
    costAnomaly: costAnomalySettings.default({ ...COST_ANOMALY_SIZES.dev, enabled: false }),
    compliance: complianceSettings.default({ ...COMPLIANCE_SIZES.dev, enabled: false }),
    faultInjection: faultInjectionSettings.default({ ...FAULT_INJECTION_SIZES.dev, enabled: false }),
    traffic: trafficSettings,
  })
  .superRefine(({ edge, accelerator, observability, faultInjection }, context) => {
    if (accelerator.enabled && !(edge.enabled && edge.alb))
      context.addIssue({
        code: "custom",
        path: ["accelerator", "enabled"],
        message: "spec.accelerator.noAlb",
      });
    if (faultInjection.enabled && !observability.enabled)
      context.addIssue({
        code: "custom",
        path: ["faultInjection", "enabled"],
        message: "spec.faultInjection.noAlarms",
      });
  });

export type TicketingSpec = z.infer<typeof ticketingSpecSchema>;
