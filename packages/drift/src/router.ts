import { router, signedInProcedure } from "@greenroom/identity";
import type { Database } from "@greenroom/prisma";
import type { Enqueue } from "@greenroom/queue";
import { askForCheck } from "./commands/ask-for-check";
import { ignoreDrift } from "./commands/ignore-drift";
import { stopIgnoring } from "./commands/stop-ignoring";
import { getEnvironmentDrift } from "./queries/get-environment-drift";
import { findDriftStates, getFleetSummary, listFleet } from "./queries/read-fleet";
import {
  driftInputSchema,
  driftStatesInputSchema,
  driftStatesSchema,
  environmentDriftSchema,
  fleetPageSchema,
  fleetSummaryInputSchema,
  fleetSummarySchema,
  ignoreDriftInputSchema,
  listFleetInputSchema,
  stopIgnoringInputSchema,
} from "./schema";

export function createDriftRouter(deps: { db: Database; enqueue: Enqueue; now: () => Date }) {
  return router({
    ofEnvironment: signedInProcedure
      .input(driftInputSchema)
      .output(environmentDriftSchema)
      .query(({ ctx, input }) => getEnvironmentDrift(deps, ctx.actor, input)),
    summary: signedInProcedure
      .input(fleetSummaryInputSchema)
      .output(fleetSummarySchema)
      .query(({ ctx, input }) => getFleetSummary(deps, ctx.actor, input)),
    list: signedInProcedure
      .input(listFleetInputSchema)
      .output(fleetPageSchema)
      .query(({ ctx, input }) => listFleet(deps, ctx.actor, input)),
    states: signedInProcedure
      .input(driftStatesInputSchema)
      .output(driftStatesSchema)
      .query(({ ctx, input }) => findDriftStates(deps, ctx.actor, input)),
    check: signedInProcedure
      .input(driftInputSchema)
      .mutation(({ ctx, input }) => askForCheck(deps, ctx.actor, input)),
    ignore: signedInProcedure
      .input(ignoreDriftInputSchema)
      .mutation(({ ctx, input }) => ignoreDrift(deps, ctx.actor, input)),
    stopIgnoring: signedInProcedure
      .input(stopIgnoringInputSchema)
      .mutation(({ ctx, input }) => stopIgnoring(deps, ctx.actor, input)),
  });
}
