import type { BlueprintStacks } from "../blueprint";
import { buildStacks } from "../stack-builder";
import { dataStack } from "../stacks/data/stack";
import { eventsStack } from "../stacks/events/stack";
import { networkStack } from "../stacks/network/stack";
import type { TicketingSpec } from "./spec";

/** The ticketing platform's stacks. */
export const ticketingStacks: BlueprintStacks<TicketingSpec> = {
  id: "ticketing",
  build: (app, spec, context) =>
    buildStacks<TicketingSpec>(app, [networkStack, dataStack, eventsStack], spec, context),
};
