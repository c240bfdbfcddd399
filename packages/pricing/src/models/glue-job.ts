import { derive, perUsage } from "../components";
import type { CostModel } from "../cost-model";
import type { PropertyReader } from "../properties";

/** Data processing units of a worker type: https://docs.aws.amazon.com/glue/latest/dg/add-job.html. */
const DPUS: Readonly<Record<string, number>> = { "G.1X": 1, "G.2X": 2, "G.4X": 4, "G.8X": 8, "G.025X": 0.25 };
/** What a job gets that names no capacity: https://docs.aws.amazon.com/glue/latest/webapi/API_Job.html. */
const DEFAULT_DPUS = { pythonshell: 0.0625, others: 10 };

/**
 * Covers the hours a job runs (usage `monthly_hours`), each at the price of its data processing units.
 * Not covered: flexible execution, interactive sessions, the data catalog.
 */
export const glueJob: CostModel = {
  type: "AWS::Glue::Job",
  service: "Glue",
  reads: ["MaxCapacity", "AllocatedCapacity", "NumberOfWorkers", "WorkerType", "Command.Name"],
  notPriced: [["ExecutionClass", /^FLEX$/i]],
  withoutInfluence:
    "Connections MaxRetries Timeout DefaultArguments NotificationProperty LogUri Command.Runtime " +
    "Command.PythonVersion Command.ScriptLocation GlueVersion ExecutionProperty " +
    "SecurityConfiguration NonOverridableArguments MaintenanceWindow JobMode JobRunQueuingEnabled",
  usageKeys: ["monthly_hours"],
  components: ({ properties, usage }) => {
    const units = processingUnits(properties);
    return [
      perUsage({
        name: "Duration",
        unit: `hours (${units} DPU${units === 1 ? "" : "s"})`,
        unitSize: units,
        price: { service: "AWSGlue", sku: "ETL job" },
        usageKey: "monthly_hours",
        figure: derive(usage.get("monthly_hours"), (hours) => hours.times(units)),
      }),
    ];
  },
};

function processingUnits(properties: PropertyReader): number {
  const workers = properties.number("NumberOfWorkers");
  if (workers) return workers * (DPUS[properties.text("WorkerType") ?? ""] ?? 1);
  const isShell = properties.text("Command.Name") === "pythonshell";
  return (
    properties.number("MaxCapacity") ||
    properties.number("AllocatedCapacity") ||
    DEFAULT_DPUS[isShell ? "pythonshell" : "others"]
  );
}
