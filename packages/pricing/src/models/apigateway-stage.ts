import { message } from "@greenroom/messages";
import { perHour } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers the hours of a cache, by size. A stage without one is free.
 * Not covered: requests, which are charged on the API.
 */
export const apiGatewayStage: CostModel = {
  type: "AWS::ApiGateway::Stage",
  service: "API Gateway",
  reads: ["CacheClusterEnabled", "CacheClusterSize"],
  notPriced: ["TracingEnabled", "MethodSettings[].MetricsEnabled"],
  withoutInfluence:
    "DeploymentId RestApiId CanarySetting ClientCertificateId Variables DocumentationVersion " +
    "MethodSettings[].CacheTtlInSeconds MethodSettings[].LoggingLevel MethodSettings[].ResourcePath " +
    "MethodSettings[].CacheDataEncrypted MethodSettings[].DataTraceEnabled " +
    "MethodSettings[].ThrottlingBurstLimit MethodSettings[].CachingEnabled " +
    "MethodSettings[].HttpMethod MethodSettings[].ThrottlingRateLimit AccessLogSetting",
  usageKeys: [],
  freeBecause: ({ properties }) =>
    properties.flag("CacheClusterEnabled") ? null : message("pricing.free.stageWithoutCache"),
  components: ({ properties }) => {
    const size = `${properties.text("CacheClusterSize") ?? "0.5"} GB`;
    return [
      perHour({
        name: `Cache memory (${size})`,
        price: { service: "AmazonApiGateway", sku: `cache ${size}` },
      }),
    ];
  },
};
