import { router, signedInProcedure } from "@greenroom/identity";
import type { Database } from "@greenroom/prisma";
import { dismissAnomaly } from "./commands/dismiss-anomaly";
import { defaultPriceBook, type PriceBook } from "./price-book";
import { adviseSpec } from "./queries/advise-spec";
import { compareActual } from "./queries/compare-actual";
import { estimateSpec } from "./queries/estimate-spec";
import { getAccountCosts } from "./queries/get-account-costs";
import { getCostDashboard } from "./queries/get-cost-dashboard";
import { getEnvironmentCosts } from "./queries/get-environment-costs";
import { listAnomalies } from "./queries/list-anomalies";
import { listPriceGaps } from "./queries/list-price-gaps";
import {
  accountCostsInputSchema,
  accountCostsSchema,
  actualComparisonSchema,
  adviceSchema,
  anomaliesSchema,
  type CostDashboard,
  compareActualInputSchema,
  costDashboardInputSchema,
  costDashboardSchema,
  dismissAnomalyInputSchema,
  environmentCostsInputSchema,
  environmentCostsSchema,
  estimateInputSchema,
  estimateSchema,
  listAnomaliesInputSchema,
  priceGapsInputSchema,
  priceGapsSchema,
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
    advice: signedInProcedure
      .input(estimateInputSchema)
      .output(adviceSchema.array())
      .query(({ input }) => adviseSpec(deps, input)),
    dashboard: signedInProcedure
      .input(costDashboardInputSchema)
      .output(costDashboardSchema)
      .query(({ ctx, input }) => getCostDashboard(deps, ctx.actor, input)),
    accounts: signedInProcedure
      .input(accountCostsInputSchema)
      .output(accountCostsSchema)
      .query(({ ctx, input }) => getAccountCosts(deps, ctx.actor, input)),
    priceGaps: signedInProcedure
      .input(priceGapsInputSchema)
      .output(priceGapsSchema)
      .query(({ ctx, input }) => listPriceGaps(deps, ctx.actor, input)),
    ofEnvironment: signedInProcedure
      .input(environmentCostsInputSchema)
      .output(environmentCostsSchema)
      .query(({ ctx, input }) => getEnvironmentCosts(deps, ctx.actor, input)),
    anomalies: signedInProcedure
      .input(listAnomaliesInputSchema)
      .output(anomaliesSchema)
      .query(({ ctx, input }) => listAnomalies(deps, ctx.actor, input)),
    dismissAnomaly: signedInProcedure
      .input(dismissAnomalyInputSchema)
      .mutation(({ ctx, input }) => dismissAnomaly(deps, ctx.actor, input)),
    compareActual: signedInProcedure
      .input(compareActualInputSchema)
      .output(actualComparisonSchema)
      .query(({ ctx, input }) => compareActual(deps, ctx.actor, input)),
  });
}
