import { perMonth, perUsage, perUsageInTiers } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import type { PriceKey } from "../price-book";
import { createPropertyReader, type PropertyReader } from "../properties";
import {
  CLOUDFRONT_GROUPS,
  DATA_OUT_TIERS,
  type EdgeGroup,
  requestSkus,
  SHIELD_REGIONS,
} from "./cloudfront-regions";

/** What an account invalidates free a month. */
const FREE_INVALIDATIONS = 1000;

/**
 * Covers, for each group of edge locations that usage names (the US when it names none), data out to viewers
 * in tiers (`monthly_data_transfer_to_internet_gb.<group>`), to the origin
 * (`monthly_data_transfer_to_origin_gb.<group>`) and requests (`monthly_http_requests.<group>`,
 * `monthly_https_requests.<group>`); Origin Shield, field-level encryption, dedicated-IP certificates,
 * real-time log lines and invalidated paths beyond the first thousand. Viewers in Korea are `asia_pacific`.
 * Standard access logs are free, and so is data from AWS origins to CloudFront. Not covered: what an account
 * has free (1 TB, 10 million requests), Lambda@Edge, flat-rate plans, static IP lists.
 */
export const cloudFrontDistribution: CostModel = {
  type: "AWS::CloudFront::Distribution",
  service: "CloudFront",
  reads: [
    "DistributionConfig.Origins[].OriginShield.Enabled",
    "DistributionConfig.Origins[].OriginShield.OriginShieldRegion",
    "DistributionConfig.DefaultCacheBehavior.FieldLevelEncryptionId",
    "DistributionConfig.DefaultCacheBehavior.RealtimeLogConfigArn",
    "DistributionConfig.CacheBehaviors[].FieldLevelEncryptionId",
    "DistributionConfig.CacheBehaviors[].RealtimeLogConfigArn",
    "DistributionConfig.ViewerCertificate.SslSupportMethod",
  ],
  notPriced: [
    "DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations",
    "DistributionConfig.CacheBehaviors[].LambdaFunctionAssociations",
    "DistributionConfig.AnycastIpListId",
    "DistributionConfig.ConnectionFunctionAssociation",
    "DistributionConfig.ViewerMtlsConfig",
  ],
  withoutInfluence:
    "DistributionConfig.Logging DistributionConfig.Comment DistributionConfig.DefaultRootObject " +
    "DistributionConfig.Origins[].ConnectionTimeout " +
    "DistributionConfig.Origins[].OriginAccessControlId " +
    "DistributionConfig.Origins[].ConnectionAttempts " +
    "DistributionConfig.Origins[].OriginCustomHeaders DistributionConfig.Origins[].S3OriginConfig " +
    "DistributionConfig.Origins[].OriginPath DistributionConfig.Origins[].Id " +
    "DistributionConfig.Origins[].CustomOriginConfig " +
    "DistributionConfig.Origins[].ResponseCompletionTimeout " +
    "DistributionConfig.Origins[].VpcOriginConfig " +
    "DistributionConfig.ViewerCertificate.IamCertificateId " +
    "DistributionConfig.ViewerCertificate.MinimumProtocolVersion " +
    "DistributionConfig.ViewerCertificate.CloudFrontDefaultCertificate " +
    "DistributionConfig.PriceClass DistributionConfig.CustomOrigin DistributionConfig.S3Origin " +
    "DistributionConfig.DefaultCacheBehavior.Compress " +
    "DistributionConfig.DefaultCacheBehavior.FunctionAssociations " +
    "DistributionConfig.DefaultCacheBehavior.TargetOriginId " +
    "DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy " +
    "DistributionConfig.DefaultCacheBehavior.ResponseHeadersPolicyId " +
    "DistributionConfig.DefaultCacheBehavior.TrustedSigners " +
    "DistributionConfig.DefaultCacheBehavior.DefaultTTL " +
    "DistributionConfig.DefaultCacheBehavior.TrustedKeyGroups " +
    "DistributionConfig.DefaultCacheBehavior.AllowedMethods " +
    "DistributionConfig.DefaultCacheBehavior.CachedMethods " +
    "DistributionConfig.DefaultCacheBehavior.SmoothStreaming " +
    "DistributionConfig.DefaultCacheBehavior.ForwardedValues " +
    "DistributionConfig.DefaultCacheBehavior.OriginRequestPolicyId " +
    "DistributionConfig.DefaultCacheBehavior.MinTTL " +
    "DistributionConfig.DefaultCacheBehavior.CachePolicyId " +
    "DistributionConfig.DefaultCacheBehavior.MaxTTL " +
    "DistributionConfig.DefaultCacheBehavior.GrpcConfig DistributionConfig.Staging " +
    "DistributionConfig.CustomErrorResponses DistributionConfig.ContinuousDeploymentPolicyId " +
    "DistributionConfig.OriginGroups DistributionConfig.Enabled DistributionConfig.Aliases " +
    "DistributionConfig.IPV6Enabled DistributionConfig.CNAMEs DistributionConfig.WebACLId " +
    "DistributionConfig.HttpVersion DistributionConfig.Restrictions " +
    "DistributionConfig.CacheBehaviors[].Compress " +
    "DistributionConfig.CacheBehaviors[].FunctionAssociations " +
    "DistributionConfig.CacheBehaviors[].TargetOriginId " +
    "DistributionConfig.CacheBehaviors[].ViewerProtocolPolicy " +
    "DistributionConfig.CacheBehaviors[].ResponseHeadersPolicyId " +
    "DistributionConfig.CacheBehaviors[].TrustedSigners " +
    "DistributionConfig.CacheBehaviors[].DefaultTTL " +
    "DistributionConfig.CacheBehaviors[].TrustedKeyGroups " +
    "DistributionConfig.CacheBehaviors[].AllowedMethods " +
    "DistributionConfig.CacheBehaviors[].PathPattern " +
    "DistributionConfig.CacheBehaviors[].CachedMethods " +
    "DistributionConfig.CacheBehaviors[].SmoothStreaming " +
    "DistributionConfig.CacheBehaviors[].ForwardedValues " +
    "DistributionConfig.CacheBehaviors[].OriginRequestPolicyId " +
    "DistributionConfig.CacheBehaviors[].MinTTL DistributionConfig.CacheBehaviors[].CachePolicyId " +
    "DistributionConfig.CacheBehaviors[].MaxTTL DistributionConfig.CacheBehaviors[].GrpcConfig " +
    "DistributionConfig.ConnectionMode DistributionConfig.TenantConfig " +
    "DistributionConfig.CacheTagConfig",
  usageKeys: [
    "monthly_data_transfer_to_internet_gb.<group>",
    "monthly_data_transfer_to_origin_gb.<group>",
    "monthly_http_requests.<group>",
    "monthly_https_requests.<group>",
    "monthly_shield_requests.<region>",
    "monthly_invalidation_requests",
    "monthly_encryption_requests",
    "monthly_log_lines",
    "custom_ssl_certificates",
  ],
  components: (input) => {
    const used = CLOUDFRONT_GROUPS.filter(({ usageKey }) =>
      BY_GROUP.some((key) => input.usage.get(`${key}.${usageKey}`)),
    );
    const groups = used.length > 0 ? used : CLOUDFRONT_GROUPS.slice(0, 1);
    return [...extras(input), ...groups.flatMap((group) => edgeGroup(group, input))];
  },
};

const BY_GROUP = [
  "monthly_data_transfer_to_internet_gb",
  "monthly_data_transfer_to_origin_gb",
  "monthly_http_requests",
  "monthly_https_requests",
] as const;

function edgeGroup(group: EdgeGroup, { usage }: ModelInput): ComponentDraft[] {
  const [dataOut, toOrigin, http, https] = BY_GROUP.map((key) => `${key}.${group.usageKey}`) as [
    string,
    string,
    string,
    string,
  ];
  const [httpSku, httpsSku] = requestSkus(group);
  const requests = (name: string, usageKey: string, sku: string) =>
    perUsage({
      name: `${group.name}: ${name}`,
      unit: "10k requests",
      unitSize: 10_000,
      price: cloudFront(sku),
      usageKey,
      figure: usage.get(usageKey),
    });
  const tiers = DATA_OUT_TIERS.map(({ name, upTo }) => ({
    name: `${group.name}: Data transfer out to internet (${name})`,
    ...(upTo && { upTo }),
    price: cloudFront(`${group.name}: Data transfer out to internet (${name})`),
  }));
  return [
    ...perUsageInTiers({ unit: "GB", usageKey: dataOut, figure: usage.get(dataOut) }, tiers),
    perUsage({
      name: `${group.name}: Data transfer out to origin`,
      unit: "GB",
      price: cloudFront(`${group.name}: Data transfer out to origin`),
      usageKey: toOrigin,
      figure: usage.get(toOrigin),
    }),
    requests("HTTP requests", http, httpSku),
    requests("HTTPS requests", https, httpsSku),
  ];
}

function extras(input: ModelInput): ComponentDraft[] {
  const { properties, usage } = input;
  const config = createPropertyReader(properties.value("DistributionConfig"));
  const behaviours = [config.value("DefaultCacheBehavior"), ...(config.list("CacheBehaviors") ?? [])].map(
    createPropertyReader,
  );
  const has = (property: string, usageKey: string) =>
    behaviours.some((behaviour) => behaviour.has(property)) || usage.get(usageKey) !== null;
  const charge = (name: string, unit: string, unitSize: number, usageKey: string, sku: string) =>
    perUsage({ name, unit, unitSize, price: cloudFront(sku), usageKey, figure: usage.get(usageKey) });
  const encryption = "monthly_encryption_requests";
  const logs = "monthly_log_lines";
  return [
    ...(has("FieldLevelEncryptionId", encryption)
      ? [
          charge(
            "Field level encryption requests",
            "10k requests",
            10_000,
            encryption,
            "field-level encryption requests",
          ),
        ]
      : []),
    ...(has("RealtimeLogConfigArn", logs)
      ? [charge("Real-time log requests", "1M lines", 1_000_000, logs, "real-time log lines")]
      : []),
    ...dedicatedCertificates(config, input),
    ...originShields(config, input),
    ...perUsageInTiers({ unit: "paths", usageKey: INVALIDATIONS, figure: usage.get(INVALIDATIONS) }, [
      { name: "Invalidation requests (first 1k)", upTo: FREE_INVALIDATIONS, price: cloudFront(FREE_PATHS) },
      { name: "Invalidation requests (over 1k)", price: cloudFront("Invalidation paths over 1000") },
    ]),
  ];
}

const INVALIDATIONS = "monthly_invalidation_requests";
const FREE_PATHS = "Invalidation paths up to 1000";

function dedicatedCertificates(config: PropertyReader, { usage }: ModelInput): ComponentDraft[] {
  if (config.text("ViewerCertificate.SslSupportMethod") !== "vip") return [];
  return [
    perMonth({
      name: "Dedicated IP custom SSLs",
      unit: "certificates",
      count: usage.get("custom_ssl_certificates")?.range ?? 1,
      price: cloudFront("dedicated IP custom SSL"),
    }),
  ];
}

function originShields(config: PropertyReader, { usage }: ModelInput): ComponentDraft[] {
  const regions = (config.list("Origins") ?? [])
    .map(createPropertyReader)
    .filter((origin) => origin.flag("OriginShield.Enabled"))
    .map((origin) => origin.text("OriginShield.OriginShieldRegion") ?? "unknown region");
  return [...new Set(regions)].map((region) => {
    const shield = SHIELD_REGIONS[region];
    const usageKey = `monthly_shield_requests.${shield?.usageKey ?? region}`;
    return perUsage({
      name: `Origin shield HTTP requests (${[shield?.place, region].filter(Boolean).join(" ")})`,
      unit: "10k requests",
      unitSize: 10_000,
      price: shield ? cloudFront(shield.sku) : null,
      usageKey,
      figure: usage.get(usageKey),
    });
  });
}

function cloudFront(sku: string): PriceKey {
  return { service: "AmazonCloudFront", sku, region: "global" };
}
