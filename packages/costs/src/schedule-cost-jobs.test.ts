import { expect, it } from "vitest";
import type { CostExplorer } from "./cost-explorer";
import { scheduleCostJobs } from "./schedule-cost-jobs";

const explorer: CostExplorer = { listDailyCosts: async () => ({ costs: [], estimatedDays: [] }) };

/** The ids of the jobs asked for until the first pause. */
async function firstJobs(costExplorer: CostExplorer | null): Promise<(string | undefined)[]> {
  const stop = new AbortController();
  const ids: (string | undefined)[] = [];
  const counting = scheduleCostJobs(
    {
      costExplorer,
      now: () => new Date("2026-03-20T13:59:30Z"),
      enqueue: async (_job, _payload, options) => void ids.push(options?.jobId),
    },
    stop.signal,
  );
  // It sleeps until the next full hour once both are asked for; the stop ends the sleep.
  setImmediate(() => stop.abort());
  await counting;
  return ids;
}

it("asks for a metering at once, under an id that all workers of the hour share", async () => {
  expect(await firstJobs(null)).toEqual(["costs-meter-492781"]);
});

it("asks for the bill too where there is one", async () => {
  expect(await firstJobs(explorer)).toEqual(["costs-meter-492781", "costs-import-41065"]);
});
