import type { CostDashboardInput } from "@greenroom/costs/schema";
import { STAGES } from "@greenroom/environments/schema";

/** What the page asks for, read from its address; unknown words in it are ignored. */
export function readCostFilters(params: { get(name: string): string | null }): CostDashboardInput {
  return {
    month: params.get("month")?.match(/^20\d\d-(0[1-9]|1[0-2])$/)?.[0],
    teamId: params.get("team")?.slice(0, 64) || undefined,
    stage: STAGES.find((known) => known === params.get("stage")),
  };
}
