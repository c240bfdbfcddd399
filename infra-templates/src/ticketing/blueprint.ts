import type { BlueprintStacks } from "../blueprint";
import type { TicketingSpec } from "./spec";
import { buildData } from "./stacks/data";
import { buildEvents } from "./stacks/events";
import { buildNetwork } from "./stacks/network";

/** The ticketing platform's stacks. */
export const ticketingStacks: BlueprintStacks<TicketingSpec> = {
  id: "ticketing",
  build(app, spec, context) {
    buildNetwork(app, spec, context);
    const data = buildData(app, spec, context);
    const events = buildEvents(app, spec, context);
    // The ticket-status function writes to the tickets table by its name.
    events.addStackDependency(data);
  },
};
