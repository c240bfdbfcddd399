import fc from "fast-check";
import type { TicketingSpec } from "../../src/blueprints/ticketing/stacks";
import { anyAccelerator, brokenAccelerator } from "./accelerator";
import { anyAurora, brokenAurora } from "./aurora";
import { anyBackup, brokenBackup } from "./backup";
import { anyBastion, brokenBastion } from "./bastion";
import type { BrokenField } from "./broken-field";
import { anyCache, brokenCache } from "./cache";
import { anyCluster, brokenCluster } from "./cluster";
import { anyCompliance, brokenCompliance } from "./compliance";
import { anyCostAnomaly, brokenCostAnomaly } from "./cost-anomaly";
import { anyData, brokenData } from "./data";
import { anyEdge, brokenEdge } from "./edge";
import { anyEvents, brokenEvents } from "./events";
import { anyFaultInjection, brokenFaultInjection } from "./fault-injection";
import { anyNetwork, brokenNetwork } from "./network";
import { anyObservability, brokenObservability } from "./observability";
import { anyRegistry, brokenRegistry } from "./registry";
import { anyTraffic, brokenTraffic } from "./traffic";

const settings: fc.Arbitrary<TicketingSpec> = fc.record({
  network: anyNetwork,
  data: anyData,
  events: anyEvents,
  cache: anyCache,
  cluster: anyCluster,
  edge: anyEdge,
  accelerator: anyAccelerator,
  registry: anyRegistry,
  bastion: anyBastion,
  aurora: anyAurora,
  observability: anyObservability,
  backup: anyBackup,
  costAnomaly: anyCostAnomaly,
  compliance: anyCompliance,
  faultInjection: anyFaultInjection,
  traffic: anyTraffic,
});

/**
 * An accelerator leads to a load balancer and experiments are stopped by alarms, and nodes go out by NAT, so
 * they are on only where there are some.
 */
export const anyTicketing: fc.Arbitrary<TicketingSpec> = settings.map((spec) => ({
  ...spec,
  cluster: { ...spec.cluster, enabled: spec.cluster.enabled && spec.network.nat !== "none" },
  accelerator: {
    ...spec.accelerator,
    enabled: spec.accelerator.enabled && spec.edge.enabled && spec.edge.alb,
  },
  faultInjection: {
    ...spec.faultInjection,
    enabled: spec.faultInjection.enabled && spec.observability.enabled,
  },
}));

export const brokenTicketing: fc.Arbitrary<BrokenField> = fc.oneof(
  brokenNetwork,
  brokenData,
  brokenEvents,
  brokenCache,
  brokenCluster,
  brokenEdge,
  brokenAccelerator,
  brokenRegistry,
  brokenBastion,
  brokenAurora,
  brokenObservability,
  brokenBackup,
  brokenCostAnomaly,
  brokenCompliance,
  brokenFaultInjection,
  brokenTraffic,
  fc.record({ path: fc.constantFrom("network.surprise", "surprise"), value: fc.anything() }),
);
