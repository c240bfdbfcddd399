import { router, signedInProcedure } from "@greenroom/identity";
import type { Database } from "@greenroom/prisma";
import { getEnvironmentHealth } from "./queries/get-environment-health";
import { listHealth } from "./queries/list-health";
import { environmentHealthSchema, healthInputSchema, healthRowSchema, listHealthInputSchema } from "./schema";

export function createHealthRouter(deps: { db: Database; now: () => Date }) {
  return router({
    ofEnvironment: signedInProcedure
      .input(healthInputSchema)
      .output(environmentHealthSchema)
      .query(({ ctx, input }) => getEnvironmentHealth(deps, ctx.actor, input)),
    list: signedInProcedure
      .input(listHealthInputSchema)
      .output(healthRowSchema.array())
      .query(({ ctx, input }) => listHealth(deps, ctx.actor, input)),
  });
}
