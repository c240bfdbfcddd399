import type { EdgeSettings } from "../edge/settings";
import { inOrder, managed, ORIGIN_HEADER, rule, visitorRules, type WebAclRule } from "../edge/web-acl-rules";

/**
 * Requests that come by the accelerator never met CloudFront's web ACL, so they meet its rules here. Those
 * that CloudFront sends, told by a secret that only it knows, have met them: asked again, its few addresses
 * would soon be above the rate for one.
 * @param secret what CloudFront sends; the outline has none
 */
export function webAclRulesOfAccelerator(edge: EdgeSettings, secret?: string): WebAclRule[] {
  return inOrder([
    rule("FromCloudFront", {
      Action: { Allow: {} },
      Statement: {
        ByteMatchStatement: {
          FieldToMatch: { SingleHeader: { Name: ORIGIN_HEADER } },
          PositionalConstraint: "EXACTLY",
          ...(secret !== undefined && { SearchString: secret }),
          TextTransformations: [{ Priority: 0, Type: "NONE" }],
        },
      },
    }),
    managed("AWSManagedRulesAmazonIpReputationList", { None: {} }),
    ...visitorRules(edge),
  ]);
}
