import { type Attributes, defined, first, type Translations } from "./terraform-attributes";

/** Load balancers, distributions, web ACLs and health checks of Terraform's cases in CloudFormation. */
export const EDGE_TRANSLATIONS: Translations = {
  aws_lb: loadBalancer,
  aws_alb: loadBalancer,
  aws_globalaccelerator_endpoint_group: ({ endpoint_group_region }) => ({
    Type: "AWS::GlobalAccelerator::EndpointGroup",
    Properties: { EndpointGroupRegion: endpoint_group_region },
  }),
  aws_route53_health_check: ({ type, request_interval, measure_latency }) => ({
    Type: "AWS::Route53::HealthCheck",
    Properties: {
      HealthCheckConfig: defined({
        Type: type,
        RequestInterval: request_interval,
        MeasureLatency: measure_latency,
      }),
    },
  }),
  aws_cloudfront_distribution: (attributes) => ({
    Type: "AWS::CloudFront::Distribution",
    Properties: {
      DistributionConfig: {
        DefaultCacheBehavior: behaviour(first(attributes.default_cache_behavior) ?? {}),
        CacheBehaviors: ((attributes.ordered_cache_behavior as Attributes[] | undefined) ?? []).map(
          behaviour,
        ),
        Origins: ((attributes.origin as Attributes[] | undefined) ?? []).map((origin) => {
          const shield = first(origin.origin_shield);
          return shield
            ? { OriginShield: { Enabled: shield.enabled, OriginShieldRegion: shield.origin_shield_region } }
            : {};
        }),
        ViewerCertificate: defined({
          SslSupportMethod: first(attributes.viewer_certificate)?.ssl_support_method,
        }),
      },
    },
  }),
  aws_wafv2_web_acl: ({ rule = [], scope }) => ({
    Type: "AWS::WAFv2::WebACL",
    Properties: defined({ Scope: scope, Rules: (rule as Attributes[]).map(webAclRule) }),
  }),
};

function loadBalancer({ load_balancer_type = "application", subnets, subnet_mapping, internal }: Attributes) {
  return {
    Type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
    Properties: defined({
      Type: load_balancer_type,
      Scheme: internal ? "internal" : undefined,
      Subnets: subnets,
      SubnetMappings: (subnet_mapping as Attributes[] | undefined)?.map(({ subnet_id, allocation_id }) =>
        defined({ SubnetId: subnet_id, AllocationId: allocation_id }),
      ),
    }),
  };
}

function behaviour({ field_level_encryption_id, realtime_log_config_arn }: Attributes) {
  return defined({
    FieldLevelEncryptionId: field_level_encryption_id,
    RealtimeLogConfigArn: realtime_log_config_arn,
  });
}

function webAclRule({ statement }: Attributes) {
  const block = first(statement) ?? {};
  const managed = first(block.managed_rule_group_statement);
  if (managed) return { Statement: { ManagedRuleGroupStatement: { Name: managed.name } } };
  if (block.rule_group_reference_statement) return { Statement: { RuleGroupReferenceStatement: {} } };
  return { Statement: { RateBasedStatement: {} } };
}
