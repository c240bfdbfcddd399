import fc from "fast-check";
import type { TicketingSpec } from "../../src/ticketing/spec";
import type { BrokenField } from "./broken-field";
import { anyData, brokenData } from "./data";
import { anyEvents, brokenEvents } from "./events";
import { anyNetwork, brokenNetwork } from "./network";
import { anyTraffic, brokenTraffic } from "./traffic";

export const anyTicketing: fc.Arbitrary<TicketingSpec> = fc.record({
  network: anyNetwork,
  data: anyData,
  events: anyEvents,
  traffic: anyTraffic,
});

export const brokenTicketing: fc.Arbitrary<BrokenField> = fc.oneof(
  brokenNetwork,
  brokenData,
  brokenEvents,
  brokenTraffic,
  fc.record({ path: fc.constantFrom("network.surprise", "surprise"), value: fc.anything() }),
);
