import type { PricedResources } from "../../model/stack-model";
import { albZones, type EdgeSpec, hasViewerFunction } from "./edge-spec";

/**
 * The distribution, its function, both buckets and the load balancer, with the properties a price can depend
 * on.
 */
export function edgeOutline(spec: EdgeSpec): PricedResources {
  const resources: PricedResources = {
    Distribution: {
      Type: "AWS::CloudFront::Distribution",
      Properties: { DistributionConfig: { ViewerCertificate: { SslSupportMethod: "sni-only" } } },
    },
    SiteBucket: { Type: "AWS::S3::Bucket" },
  };
  if (spec.edge.accessLogs) resources.LogBucket = { Type: "AWS::S3::Bucket" };
  if (hasViewerFunction(spec)) resources.ViewerFunction = { Type: "AWS::CloudFront::Function" };
  if (spec.edge.alb && spec.accelerator?.enabled) {
    resources.OriginSecret = { Type: "AWS::SecretsManager::Secret" };
  }
  if (spec.edge.alb) {
    resources.Alb = {
      Type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
      Properties: {
        Type: "application",
        Scheme: "internet-facing",
        IpAddressType: "ipv4",
        Subnets: Array.from({ length: albZones(spec) }, () => ({})),
      },
    };
  }
  return resources;
}
