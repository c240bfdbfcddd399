import { router, signedInProcedure } from "@greenroom/identity";
import { defaultPriceBook, type PriceBook } from "@greenroom/pricing";
import { adviceSchema, estimateSchema } from "@greenroom/pricing/schema";
import type { Database } from "@greenroom/prisma";
import { z } from "zod";
import { acknowledgeAlert } from "./commands/acknowledge-alert";
import { dismissAnomaly } from "./commands/dismiss-anomaly";
import { removeBudget } from "./commands/remove-budget";
import { removeDiscount } from "./commands/remove-discount";
import { setBudget } from "./commands/set-budget";
import { setDiscount } from "./commands/set-discount";
import { adviseSpec } from "./queries/advise-spec";
import { compareActual } from "./queries/compare-actual";
import { estimateSpec } from "./queries/estimate-spec";
import { getBudgetImpacts } from "./queries/find-budget-impacts";
import { getAccountCosts } from "./queries/get-account-costs";
import { getCostDashboard } from "./queries/get-cost-dashboard";
import { getEnvironmentCosts } from "./queries/get-environment-costs";
import { getEnvironmentDiscounts } from "./queries/get-environment-discounts";
import { listAnomalies } from "./queries/list-anomalies";
import { listBudgetAlerts } from "./queries/list-budget-alerts";
import { listBudgets } from "./queries/list-budgets";
import { listDiscounts } from "./queries/list-discounts";
import { listPriceGaps } from "./queries/list-price-gaps";
import {
  accountCostsInputSchema,
  accountCostsSchema,
  acknowledgeAlertInputSchema,
  actualComparisonSchema,
  anomaliesSchema,
  budgetAlertSchema,
  budgetImpactInputSchema,
  budgetImpactSchema,
  budgetsSchema,
  type CostDashboard,
  compareActualInputSchema,
  costDashboardInputSchema,
  costDashboardSchema,
  discountRulesSchema,
  dismissAnomalyInputSchema,
  environmentCostsInputSchema,
  environmentCostsSchema,
  environmentDiscountsInputSchema,
  environmentDiscountsSchema,
  estimateInputSchema,
  listAnomaliesInputSchema,
  listBudgetAlertsInputSchema,
  listBudgetsInputSchema,
  priceGapsInputSchema,
  priceGapsSchema,
  removeBudgetInputSchema,
  removeDiscountInputSchema,
  setBudgetInputSchema,
  setDiscountInputSchema,
} from "./schema";

export interface CostsRouterDeps {
  db: Database;
  now: () => Date;
  book?: PriceBook;
  /** What dollars are shown in won by; null or absent: they are not. */
  krw?: CostDashboard["krw"];
}

/**
 * Prices are not secret: whoever is signed in may ask what an environment would cost. The price book is read
 * here, once, so that no one's first keystroke waits for it.
 */
export function createCostsRouter({ book = defaultPriceBook(), krw = null, ...rest }: CostsRouterDeps) {
  const deps = { ...rest, book, krw };
  return router({
    estimate: signedInProcedure
      .meta({ work: 6 })
      .input(estimateInputSchema)
      .output(estimateSchema)
      .query(({ input }) => estimateSpec(deps, input)),
    advice: signedInProcedure
      .meta({ work: 10 })
      .input(estimateInputSchema)
      .output(adviceSchema.array())
      .query(({ input }) => adviseSpec(deps, input)),
    dashboard: signedInProcedure
      .meta({ work: 4 })
      .input(costDashboardInputSchema)
      .output(costDashboardSchema)
      .query(({ ctx, input }) => getCostDashboard(deps, ctx.actor, input)),
    accounts: signedInProcedure
      .meta({ work: 6 })
      .input(accountCostsInputSchema)
      .output(accountCostsSchema)
      .query(({ ctx, input }) => getAccountCosts(deps, ctx.actor, input)),
    discounts: signedInProcedure
      .output(discountRulesSchema)
      .query(({ ctx }) => listDiscounts(deps, ctx.actor)),
    discountsOfEnvironment: signedInProcedure
      .input(environmentDiscountsInputSchema)
      .output(environmentDiscountsSchema)
      .query(({ ctx, input }) => getEnvironmentDiscounts(deps, ctx.actor, input)),
    setDiscount: signedInProcedure
      .input(setDiscountInputSchema)
      .mutation(({ ctx, input }) => setDiscount(deps, ctx.actor, input)),
    removeDiscount: signedInProcedure
      .input(removeDiscountInputSchema)
      .mutation(({ ctx, input }) => removeDiscount(deps, ctx.actor, input)),
    priceGaps: signedInProcedure
      .meta({ work: 6 })
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
    budgets: signedInProcedure
      .input(listBudgetsInputSchema)
      .output(budgetsSchema)
      .query(({ ctx, input }) => listBudgets(deps, ctx.actor, input)),
    budgetImpact: signedInProcedure
      .input(budgetImpactInputSchema)
      .output(budgetImpactSchema.array())
      .query(({ ctx, input }) => getBudgetImpacts(deps, ctx.actor, input)),
    setBudget: signedInProcedure
      .input(setBudgetInputSchema)
      .output(z.object({ version: z.number().int() }))
      .mutation(({ ctx, input }) => setBudget(deps, ctx.actor, input)),
    removeBudget: signedInProcedure
      .input(removeBudgetInputSchema)
      .mutation(({ ctx, input }) => removeBudget(deps, ctx.actor, input)),
    budgetAlerts: signedInProcedure
      .input(listBudgetAlertsInputSchema)
      .output(budgetAlertSchema.array())
      .query(({ ctx, input }) => listBudgetAlerts(deps, ctx.actor, input)),
    acknowledgeAlert: signedInProcedure
      .input(acknowledgeAlertInputSchema)
      .mutation(({ ctx, input }) => acknowledgeAlert(deps, ctx.actor, input)),
    compareActual: signedInProcedure
      .input(compareActualInputSchema)
      .output(actualComparisonSchema)
      .query(({ ctx, input }) => compareActual(deps, ctx.actor, input)),
  });
}
