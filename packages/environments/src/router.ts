import { router, signedInProcedure } from "@greenroom/identity";
import type { Database } from "@greenroom/prisma";
import { z } from "zod";
import { getEnvironment } from "./queries/get-environment";
import { listEnvironments } from "./queries/list-environments";
import { listRemainingSteps } from "./queries/list-remaining-steps";
import {
  environmentPageSchema,
  environmentViewSchema,
  listEnvironmentsInputSchema,
  remainingStepSchema,
} from "./schema";

export interface EnvironmentsRouterDeps {
  db: Database;
  /** False for simulated AWS, whose stacks no console shows. */
  hasAwsConsole?: boolean;
}

export function createEnvironmentsRouter(deps: EnvironmentsRouterDeps) {
  return router({
    get: signedInProcedure
      .input(z.strictObject({ environmentId: z.string().max(64) }))
      .output(environmentViewSchema)
      .query(({ ctx, input }) => getEnvironment(deps, ctx.actor, input)),
    remainingSteps: signedInProcedure
      .input(z.strictObject({ environmentId: z.string().max(64) }))
      .output(z.array(remainingStepSchema))
      .query(({ ctx, input }) => listRemainingSteps(deps, ctx.actor, input)),
    list: signedInProcedure
      .input(listEnvironmentsInputSchema)
      .output(environmentPageSchema)
      .query(({ ctx, input }) => listEnvironments(deps, ctx.actor, input)),
  });
}
