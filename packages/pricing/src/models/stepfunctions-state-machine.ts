import { combine, perUsage, perUsageInTiers } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import type { PriceKey } from "../price-book";
import { exactly } from "../ranges";

/** Express workflows are charged in steps of 64 MB of memory. */
const DEFAULT_MEMORY_MB = 64;
const MEMORY_STEP_MB = 64;
/** A 3,600th has no end: what is kept of an hour, so that sums stay exact. */
const HOUR_DECIMALS = 12;

/**
 * Covers state transitions of standard workflows (usage `monthly_transitions`), or requests and duration of
 * express ones (`monthly_requests`, `workflow_duration_ms`, `memory_mb`). Not covered: what the states call,
 * the free transitions of an account.
 */
export const stepFunctionsStateMachine: CostModel = {
  type: "AWS::StepFunctions::StateMachine",
  service: "Step Functions",
  reads: ["StateMachineType"],
  notPriced: ["TracingConfiguration.Enabled"],
  withoutInfluence:
    "DefinitionString LoggingConfiguration DefinitionSubstitutions Definition DefinitionS3Location " +
    "EncryptionConfiguration",
  usageKeys: ["monthly_transitions", "monthly_requests", "workflow_duration_ms", "memory_mb"],
  components: (input) =>
    input.properties.text("StateMachineType") === "EXPRESS" ? express(input) : standard(input),
};

function standard({ usage }: ModelInput): ComponentDraft[] {
  return [
    perUsage({
      name: "Transitions",
      unit: "1K transitions",
      unitSize: 1000,
      price: { service: "AWSStepFunctions", sku: "standard state transitions" },
      usageKey: "monthly_transitions",
      figure: usage.get("monthly_transitions"),
    }),
  ];
}

function express({ usage }: ModelInput): ComponentDraft[] {
  const requests = usage.get("monthly_requests");
  const length = usage.get("workflow_duration_ms");
  const memory = usage.get("memory_mb")?.range ?? exactly(DEFAULT_MEMORY_MB);
  const seconds = length && combine(requests, length.range, (count, ms) => count.times(ms).div(1000));
  return [
    perUsage({
      name: "Requests",
      unit: "1M requests",
      unitSize: 1_000_000,
      price: { service: "AWSStepFunctions", sku: "express requests" },
      usageKey: "monthly_requests",
      figure: requests,
    }),
    ...perUsageInTiers(
      {
        unit: "GB-hours",
        usageKey: requests ? "workflow_duration_ms" : "monthly_requests",
        figure: combine(seconds, memory, (total, mb) =>
          total
            .times(mb.div(MEMORY_STEP_MB).ceil().times(MEMORY_STEP_MB))
            .div(1024)
            .div(3600)
            .toDecimalPlaces(HOUR_DECIMALS),
        ),
      },
      [
        { name: "Duration (first 1K)", upTo: 1000, price: duration("first 1k") },
        { name: "Duration (next 4K)", upTo: 5000, price: duration("next 4k") },
        { name: "Duration (over 5K)", price: duration("over 5k") },
      ],
    ),
  ];
}

function duration(tier: string): PriceKey {
  return { service: "AWSStepFunctions", sku: `express duration ${tier}` };
}
