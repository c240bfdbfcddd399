import { router, signedInProcedure } from "@greenroom/identity";
import { type EstimateSpecDeps, estimateSpec } from "./queries/estimate-spec";
import { estimateInputSchema, estimateSchema } from "./schema";

/** Prices are not secret: whoever is signed in may ask what an environment would cost. */
export function createCostsRouter(deps: EstimateSpecDeps = {}) {
  return router({
    estimate: signedInProcedure
      .input(estimateInputSchema)
      .output(estimateSchema)
      .query(({ input }) => estimateSpec(deps, input)),
  });
}
