import { setTimeout as sleep } from "node:timers/promises";
import type { CostsDeps } from "./deps";
import { importCosts, meterCosts } from "./jobs";
import { HOUR_MS, IMPORT_INTERVAL_MS } from "./limits";

/**
 * Asks for a metering at the start, which catches up with what was missed, and at each full hour; and for the
 * bill at the start and twice a day. Workers that ask at the same time ask for one job; a job too many
 * changes nothing.
 */
export async function scheduleCostJobs(
  { enqueue, now, costExplorer }: Pick<CostsDeps, "enqueue" | "now" | "costExplorer">,
  stop: AbortSignal,
): Promise<void> {
  let importedSlot = -1;
  while (!stop.aborted) {
    const at = now().getTime();
    await enqueue(meterCosts, {}, { jobId: `costs-meter-${Math.floor(at / HOUR_MS)}` });
    const slot = Math.floor(at / IMPORT_INTERVAL_MS);
    if (costExplorer && slot !== importedSlot) {
      await enqueue(importCosts, {}, { jobId: `costs-import-${slot}` });
      importedSlot = slot;
    }
    await sleep(HOUR_MS - (at % HOUR_MS), undefined, { signal: stop }).catch(() => {});
  }
}
