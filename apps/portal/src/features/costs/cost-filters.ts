import type { CostDashboardInput } from "@greenroom/costs/schema";
import { STAGES } from "@greenroom/environments/schema";

/** What the page asks for, read from its address; unknown words in it, and months to come, are ignored. */
export function readCostFilters(
  params: { get(name: string): string | null },
  now = new Date(),
): CostDashboardInput {
  const month = params.get("month")?.match(/^20\d\d-(0[1-9]|1[0-2])$/)?.[0];
  return {
    month: month && month <= now.toISOString().slice(0, 7) ? month : undefined,
    teamId: params.get("team")?.slice(0, 64) || undefined,
    stage: STAGES.find((known) => known === params.get("stage")),
  };
}
