import fc from "fast-check";
import type { TicketingSpec } from "../../src/ticketing/spec";
import { anyAccelerator, brokenAccelerator } from "./accelerator";
import { anyAurora, brokenAurora } from "./aurora";
import { anyBackup, brokenBackup } from "./backup";
import { anyBastion, brokenBastion } from "./bastion";
import type { BrokenField } from "./broken-field";
import { anyCache, brokenCache } from "./cache";
import { anyCluster, brokenCluster } from "./cluster";
import { anyCostAnomaly, brokenCostAnomaly } from "./cost-anomaly";
import { anyData, brokenData } from "./data";
import { anyEdge, brokenEdge } from "./edge";
import { anyEvents, brokenEvents } from "./events";
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
  traffic: anyTraffic,
});

/** An accelerator leads to a load balancer, so it is on only where there is one. */
export const anyTicketing: fc.Arbitrary<TicketingSpec> = settings.map((spec) => ({
  ...spec,
  accelerator: {
    ...spec.accelerator,
    enabled: spec.accelerator.enabled && spec.edge.enabled && spec.edge.alb,
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
  brokenTraffic,
  fc.record({ path: fc.constantFrom("network.surprise", "surprise"), value: fc.anything() }),
);
