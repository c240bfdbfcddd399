import { managed, type WebAclRule } from "../edge/web-acl-rules";

/**
 * Requests that come by the accelerator never met CloudFront's web ACL. No rate per address here: the load balancer also takes
 * CloudFront's requests, a few addresses for all visitors.
 */
export function webAclRulesOfAccelerator(): WebAclRule[] {
  return ["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesCommonRuleSet"].map((name, index) => ({
    ...managed(name, { None: {} }),
    Priority: index * 10,
  }));
}
