import { combine, perUsage, perUsageInTiers } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import type { PriceKey } from "../price-book";
import { exactly } from "../ranges";

const MILLION = 1_000_000;
/** KB that count as one request, or one message: https://aws.amazon.com/api-gateway/pricing/. */
const REQUEST_KB = 512;
const MESSAGE_KB = 32;

/**
 * Covers requests of an HTTP API in steps of 512 KB (usage `monthly_requests`, `request_size_kb`), or
 * messages in steps of 32 KB and connection minutes of a WebSocket API (`monthly_messages`,
 * `message_size_kb`, `monthly_connection_mins`). Not covered: data transfer.
 */
export const apiGatewayV2Api: CostModel = {
  type: "AWS::ApiGatewayV2::Api",
  service: "API Gateway",
  reads: ["ProtocolType"],
  withoutInfluence:
    "RouteSelectionExpression BodyS3Location BasePath FailOnWarnings DisableExecuteApiEndpoint " +
    "DisableSchemaValidation Target CorsConfiguration Version RouteKey Body " +
    "ApiKeySelectionExpression IpAddressType",
  usageKeys: [
    "monthly_requests",
    "request_size_kb",
    "monthly_messages",
    "message_size_kb",
    "monthly_connection_mins",
  ],
  components: (input) =>
    input.properties.text("ProtocolType") === "WEBSOCKET" ? webSocket(input) : http(input),
};

function http({ usage }: ModelInput): ComponentDraft[] {
  const size = usage.get("request_size_kb")?.range ?? exactly(REQUEST_KB);
  const figure = combine(usage.get("monthly_requests"), size, (count, kb) =>
    count.times(kb.div(REQUEST_KB).ceil()),
  );
  return perUsageInTiers({ unit: "1M requests", unitSize: MILLION, usageKey: "monthly_requests", figure }, [
    { name: "Requests (first 300M)", upTo: 300 * MILLION, price: gateway("HTTP requests first 300M") },
    { name: "Requests (over 300M)", price: gateway("HTTP requests over 300M") },
  ]);
}

function webSocket({ usage }: ModelInput): ComponentDraft[] {
  const size = usage.get("message_size_kb")?.range ?? exactly(MESSAGE_KB);
  const figure = combine(usage.get("monthly_messages"), size, (count, kb) =>
    count.times(kb.div(MESSAGE_KB).ceil()),
  );
  return [
    ...perUsageInTiers({ unit: "1M messages", unitSize: MILLION, usageKey: "monthly_messages", figure }, [
      { name: "Messages (first 1B)", upTo: 1000 * MILLION, price: gateway("WebSocket messages first 1B") },
      { name: "Messages (over 1B)", price: gateway("WebSocket messages over 1B") },
    ]),
    perUsage({
      name: "Connection duration",
      unit: "1M minutes",
      unitSize: MILLION,
      price: gateway("WebSocket connection minutes"),
      usageKey: "monthly_connection_mins",
      figure: usage.get("monthly_connection_mins"),
    }),
  ];
}

function gateway(sku: string): PriceKey {
  return { service: "AmazonApiGateway", sku };
}
