import type { TypeCases } from "../../testing/cases";
import { type Attributes, defined, first } from "../../testing/terraform-attributes";

export default {
  figures: [
    {
      what: "15 TB to viewers in Korea in two tiers, 10M HTTPS requests",
      usage: {
        "monthly_data_transfer_to_internet_gb.asia_pacific": 15_360,
        "monthly_https_requests.asia_pacific": 10e6,
      },
      parts: [
        [10_240, "0.12"],
        [5120, "0.1"],
        [1000, "0.012"],
      ],
    },
  ],
  variants: [
    {
      DistributionConfig: {
        DefaultCacheBehavior: { FieldLevelEncryptionId: "a", RealtimeLogConfigArn: "b" },
        Origins: [{ OriginShield: { Enabled: true, OriginShieldRegion: "ap-northeast-2" } }],
        ViewerCertificate: { SslSupportMethod: "vip" },
      },
    },
  ],
  terraform: {
    aws_cloudfront_distribution: ({
      default_cache_behavior,
      ordered_cache_behavior,
      origin,
      viewer_certificate,
    }) => ({
      DistributionConfig: {
        DefaultCacheBehavior: behaviour(first(default_cache_behavior) ?? {}),
        CacheBehaviors: ((ordered_cache_behavior as Attributes[] | undefined) ?? []).map(behaviour),
        Origins: ((origin as Attributes[] | undefined) ?? []).map(({ origin_shield }) => {
          const shield = first(origin_shield);
          return shield
            ? { OriginShield: { Enabled: shield.enabled, OriginShieldRegion: shield.origin_shield_region } }
            : {};
        }),
        ViewerCertificate: defined({ SslSupportMethod: first(viewer_certificate)?.ssl_support_method }),
      },
    }),
  },
  infracost: {
    differs: [
      [
        /^aws_cloudfront_distribution\.s3_distribution_(2|3)/,
        /^Real-time log requests$/,
        "The case has standard access logs, which are free; real-time logs have a configuration of their own.",
      ],
    ],
  },
} satisfies TypeCases;

function behaviour({ field_level_encryption_id, realtime_log_config_arn }: Attributes) {
  return defined({
    FieldLevelEncryptionId: field_level_encryption_id,
    RealtimeLogConfigArn: realtime_log_config_arn,
  });
}
