import { router, signedInProcedure } from "@greenroom/identity";
import type { Database } from "@greenroom/prisma";
import { defaultPriceBook, type PriceBook } from "./price-book";
import { estimateSpec } from "./queries/estimate-spec";
import { getCostDashboard } from "./queries/get-cost-dashboard";
import {
  type CostDashboard,
  costDashboardInputSchema,
  costDashboardSchema,
  estimateInputSchema,
  estimateSchema,
} from "./schema";

export interface CostsRouterDeps {
  db: Database;
  now: () => Date;
  book?: PriceBook;
  /** What dollars are shown in won by; null or absent: they are not. */
  krw?: CostDashboard["krw"];
}

/**
 * Prices are not secret: whoever is signed in may ask what an environment would cost. The price book is read here, once,
 * so that no one's first keystroke waits for it.
 */
export function createCostsRouter({ book = defaultPriceBook(), krw = null, ...rest }: CostsRouterDeps) {
  const deps = { ...rest, book, krw };
  return router({
    estimate: signedInProcedure
      .input(estimateInputSchema)
      .output(estimateSchema)
      .query(({ input }) => estimateSpec(deps, input)),
    dashboard: signedInProcedure
      .input(costDashboardInputSchema)
      .output(costDashboardSchema)
      .query(({ ctx, input }) => getCostDashboard(deps, ctx.actor, input)),
  });
}
