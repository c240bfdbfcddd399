import type { Handler } from "@greenroom/queue";
import { detectAnomalies } from "../commands/detect-anomalies";
import { importBilledCosts } from "../commands/import-billed-costs";
import { meterEnvironments } from "../commands/meter-environments";
import { raiseMonthAlerts } from "../commands/raise-month-alerts";
import type { CostsDeps } from "../deps";

export type { CostsDeps } from "../deps";
export { scheduleCostJobs } from "../schedule-cost-jobs";

type Count = Handler<Record<string, never>>;

/**
 * The worker's side of the two jobs: figures come in, what stands out among them is found, and budgets are
 * held against them.
 */
export function createCostsHandlers(deps: CostsDeps) {
  const meter: Count = async (_, signal) => {
    await detectAnomalies(deps, await meterEnvironments(deps, signal));
    await raiseMonthAlerts(deps);
  };
  const importBilled: Count = async () => {
    const { costExplorer } = deps;
    if (!costExplorer) return;
    await detectAnomalies(deps, await importBilledCosts({ ...deps, costExplorer }));
    await raiseMonthAlerts(deps);
  };
  return { "costs.meter": meter, "costs.import": importBilled };
}
