import fc from "fast-check";
import type { TicketingSpec } from "../../src/ticketing/spec";
import { anyBastion, brokenBastion } from "./bastion";
import type { BrokenField } from "./broken-field";
import { anyCache, brokenCache } from "./cache";
import { anyData, brokenData } from "./data";
import { anyEvents, brokenEvents } from "./events";
import { anyNetwork, brokenNetwork } from "./network";
import { anyRegistry, brokenRegistry } from "./registry";
import { anyTraffic, brokenTraffic } from "./traffic";

export const anyTicketing: fc.Arbitrary<TicketingSpec> = fc.record({
  network: anyNetwork,
  data: anyData,
  events: anyEvents,
  cache: anyCache,
  registry: anyRegistry,
  bastion: anyBastion,
  traffic: anyTraffic,
});

export const brokenTicketing: fc.Arbitrary<BrokenField> = fc.oneof(
  brokenNetwork,
  brokenData,
  brokenEvents,
  brokenCache,
  brokenRegistry,
  brokenBastion,
  brokenTraffic,
  fc.record({ path: fc.constantFrom("network.surprise", "surprise"), value: fc.anything() }),
);
