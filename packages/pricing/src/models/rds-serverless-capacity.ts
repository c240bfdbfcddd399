import { message } from "@greenroom/messages";
import { perHour } from "../components";
import type { ComponentDraft, ModelInput } from "../cost-model";
import type { PropertyReader } from "../properties";
import { countOf, scaledCount } from "./scaling";

const SCALING = "ServerlessV2ScalingConfiguration";

/**
 * Capacity units of one Aurora Serverless v2 instance: the user's figure, or between the cluster's bounds
 * with the minimum as expected. Open when neither is known.
 * @param extendedYear 1 or 3 when the version is past its standard support
 */
export function serverlessCapacity(
  cluster: PropertyReader | undefined,
  extendedYear: 1 | 3 | null,
  { usage }: ModelInput,
): ComponentDraft[] {
  const figure = usage.get("capacity_units_per_hr");
  const bounds = scaledCount(
    undefined,
    cluster?.number(`${SCALING}.MinCapacity`),
    cluster?.number(`${SCALING}.MaxCapacity`),
  );
  const kind = cluster?.text("StorageType") === "aurora-iopt1" ? "I/O-Optimized" : "Standard";
  const charge = (name: string, sku: string) =>
    perHour({
      name,
      unit: "ACU-hours",
      count: countOf(figure, bounds),
      property: "capacity_units_per_hr",
      price: { service: "AmazonAurora", sku },
      ...(figure && { assumption: figure.assumption }),
      ...(!figure && bounds !== null && { assumption: AT_MINIMUM }),
    });
  return [
    charge("Aurora serverless v2", `Serverless v2 ACU ${kind}`),
    ...(extendedYear
      ? [
          charge(
            `Extended support (year ${extendedYear})`,
            `Serverless v2 extended support ${extendedYear === 3 ? "yr3" : "yr1-2"}`,
          ),
        ]
      : []),
  ];
}

const AT_MINIMUM = message("pricing.assumption.scalingBounds");
