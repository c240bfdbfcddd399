import { perUsageInTiers } from "../components";
import type { CostModel } from "../cost-model";
import type { PriceKey } from "../price-book";

const MILLION = 1_000_000;

/**
 * Covers requests in tiers (usage `monthly_requests`).
 * Not covered: caches (on the stage), private endpoints, data transfer.
 */
export const apiGatewayRestApi: CostModel = {
  type: "AWS::ApiGateway::RestApi",
  service: "API Gateway",
  reads: [],
  withoutInfluence:
    "Policy BodyS3Location MinimumCompressionSize Parameters CloneFrom Mode " +
    "DisableExecuteApiEndpoint FailOnWarnings BinaryMediaTypes ApiKeySourceType " +
    "EndpointConfiguration Body Version SecurityPolicy EndpointAccessMode",
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
        { name: "Requests (first 333M)", upTo: 333 * MILLION, price: requests("first 333M") },
        { name: "Requests (next 667M)", upTo: 1000 * MILLION, price: requests("next 667M") },
        { name: "Requests (next 19B)", upTo: 20_000 * MILLION, price: requests("next 19B") },
        { name: "Requests (over 20B)", price: requests("over 20B") },
      ],
    ),
};

function requests(tier: string): PriceKey {
  return { service: "AmazonApiGateway", sku: `REST requests ${tier}` };
}
