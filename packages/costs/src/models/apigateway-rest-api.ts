import { perUsageInTiers } from "../components";
import type { CostModel } from "../cost-model";

const MILLION = 1_000_000;

/**
 * Covers requests in tiers (usage `monthly_requests`). No source has priced them, so they are listed without a price.
 * Not covered: caches (on the stage), private endpoints, data transfer.
 */
export const apiGatewayRestApi: CostModel = {
  type: "AWS::ApiGateway::RestApi",
  service: "API Gateway",
  reads: [],
  usageKeys: ["monthly_requests"],
  components: ({ usage }) =>
    perUsageInTiers(
      {
        unit: "1M requests",
        unitSize: MILLION,
        usageKey: "monthly_requests",
        figure: usage.get("monthly_requests"),
      },
      [
        { name: "Requests (first 333M)", upTo: 333 * MILLION, price: null },
        { name: "Requests (next 667M)", upTo: 1000 * MILLION, price: null },
        { name: "Requests (next 19B)", upTo: 20_000 * MILLION, price: null },
        { name: "Requests (over 20B)", price: null },
      ],
    ),
};
