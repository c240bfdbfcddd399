import type { BlueprintStacks } from "../blueprint";
import { buildStacks } from "../stack-builder";
import { bastionStack } from "../stacks/bastion/stack";
import { cacheStack } from "../stacks/cache/stack";
import { dataStack } from "../stacks/data/stack";
import { eventsStack } from "../stacks/events/stack";
import { networkStack } from "../stacks/network/stack";
import { registryStack } from "../stacks/registry/stack";
import type { TicketingSpec } from "./spec";

/** The ticketing platform's stacks. */
export const ticketingStacks: BlueprintStacks<TicketingSpec> = {
  id: "ticketing",
  build: (app, spec, context) =>
    buildStacks<TicketingSpec>(
      app,
      [networkStack, dataStack, eventsStack, cacheStack, registryStack, bastionStack],
      spec,
      context,
    ),
};
