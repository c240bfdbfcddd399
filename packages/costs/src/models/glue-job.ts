import { derive, perUsage } from "../components";
import type { CostModel } from "../cost-model";

/** Data processing units of a worker type: https://docs.aws.amazon.com/glue/latest/dg/add-job.html. */
const DPUS: Readonly<Record<string, number>> = { "G.1X": 1, "G.2X": 2, "G.4X": 4, "G.8X": 8, "G.025X": 0.25 };
const DEFAULT_DPUS = 10;

/**
 * Covers data processing unit hours: the job's capacity times the hours it runs (usage `monthly_hours`).
 * Not covered: flexible execution, interactive sessions, the data catalogue.
 */
export const glueJob: CostModel = {
  type: "AWS::Glue::Job",
  service: "Glue",
  reads: ["MaxCapacity", "AllocatedCapacity", "NumberOfWorkers", "WorkerType"],
  usageKeys: ["monthly_hours"],
  components: ({ properties, usage }) => {
    const workers = properties.number("NumberOfWorkers");
    const perWorker = DPUS[properties.text("WorkerType") ?? ""] ?? 1;
    const units =
      properties.number("MaxCapacity") ??
      properties.number("AllocatedCapacity") ??
      (workers === undefined ? DEFAULT_DPUS : workers * perWorker);
    return [
      perUsage({
        name: "Duration",
        unit: "hours",
        price: { service: "AWSGlue", sku: "ETL job" },
        usageKey: "monthly_hours",
        figure: derive(usage.get("monthly_hours"), (hours) => hours.times(units)),
      }),
    ];
  },
};
