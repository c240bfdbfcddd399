import { router, signedInProcedure } from "@greenroom/identity";
import type { Database } from "@greenroom/prisma";
import type { Enqueue } from "@greenroom/queue";
import { tracked } from "@greenroom/trpc";
import { z } from "zod";
import { cancelRun } from "./commands/cancel-run";
import { retryRun } from "./commands/retry-run";
import type { RunEventFeed } from "./events/run-event-feed";
import { watchRun } from "./events/watch-run";
import { getDeployedArchitecture } from "./queries/get-deployed-architecture";
import { getPlannedArchitecture } from "./queries/get-planned-architecture";
import { getRun } from "./queries/get-run";
import { getTemplate } from "./queries/get-template";
import { listRuns } from "./queries/list-runs";
import { isAnyWorkerThere } from "./runs/worker-presence";
import {
  architectureViewSchema,
  cancelRunInputSchema,
  listRunsInputSchema,
  type RunEventView,
  retryRunInputSchema,
  runIdInputSchema,
  runPageSchema,
  runViewSchema,
  watchRunInputSchema,
} from "./schema";

export { createRunEventFeed, type RunEventFeed } from "./events/run-event-feed";

export interface RunsRouterDeps {
  db: Database;
  enqueue: Enqueue;
  now: () => Date;
  runEvents: RunEventFeed;
}

export function createRunsRouter(deps: RunsRouterDeps) {
  return router({
    get: signedInProcedure
      .input(runIdInputSchema)
      .output(runViewSchema)
      .query(({ ctx, input }) => getRun(deps, ctx.actor, input)),
    list: signedInProcedure
      .input(listRunsInputSchema)
      .output(runPageSchema)
      .query(({ ctx, input }) => listRuns(deps, ctx.actor, input)),
    workers: signedInProcedure
      .output(z.object({ isAnyThere: z.boolean() }))
      .query(async () => ({ isAnyThere: await isAnyWorkerThere(deps.db) })),
    template: signedInProcedure
      .input(runIdInputSchema.extend({ stackKey: z.string().max(60) }))
      .output(z.object({ template: z.string() }))
      .query(({ ctx, input }) => getTemplate(deps, ctx.actor, input)),
    architecture: signedInProcedure
      .input(runIdInputSchema)
      .output(architectureViewSchema.nullable())
      .query(({ ctx, input }) => getPlannedArchitecture(deps, ctx.actor, input)),
    deployedArchitecture: signedInProcedure
      .input(z.strictObject({ environmentId: z.string().max(64) }))
      .output(architectureViewSchema)
      .query(({ ctx, input }) => getDeployedArchitecture(deps, ctx.actor, input)),
    cancel: signedInProcedure
      .input(cancelRunInputSchema)
      .output(z.object({ runId: z.string() }))
      .mutation(({ ctx, input }) => cancelRun(deps, ctx.actor, input)),
    retry: signedInProcedure
      .input(retryRunInputSchema)
      .output(z.object({ runId: z.string() }))
      .mutation(({ ctx, input }) => retryRun(deps, ctx.actor, input)),
    // Access is decided before the stream begins, so that a refusal is an answer and not a broken stream.
    watch: signedInProcedure.input(watchRunInputSchema).subscription(async ({ ctx, input, signal }) => {
      const events = await watchRun(deps, ctx.actor, input, signal ?? new AbortController().signal);
      return track(events);
    }),
  });
}

async function* track(events: AsyncIterable<RunEventView>) {
  for await (const event of events) yield tracked(String(event.sequence), event);
}
