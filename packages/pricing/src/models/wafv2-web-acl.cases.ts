import type { TypeCases } from "../../testing/cases";
import { type Attributes, defined, first } from "../../testing/terraform-attributes";

export default {
  figures: [
    {
      what: "an ACL of two rules, a managed group and Bot Control, 20M requests",
      properties: {
        Scope: "REGIONAL",
        Rules: [
          { Name: "rate", Statement: { RateBasedStatement: {} } },
          { Name: "allow", Statement: { ByteMatchStatement: {} } },
          {
            Name: "AWSManagedRulesCommonRuleSet",
            Statement: {
              ManagedRuleGroupStatement: { VendorName: "AWS", Name: "AWSManagedRulesCommonRuleSet" },
            },
          },
          {
            Name: "AWSManagedRulesBotControlRuleSet",
            Statement: {
              ManagedRuleGroupStatement: { VendorName: "AWS", Name: "AWSManagedRulesBotControlRuleSet" },
            },
          },
        ],
      },
      usage: { monthly_requests: 20_000_000 },
      parts: [[5], [2, 1], [2, 1], [20, "0.6"], [10], [20, 1]],
    },
    {
      what: "a rule group of the stack: one group and its three rules",
      properties: {
        Scope: "REGIONAL",
        Rules: [{ Statement: { RuleGroupReferenceStatement: { Arn: { "Fn::GetAtt": ["Group", "Arn"] } } } }],
      },
      beside: { Group: { Type: "AWS::WAFv2::RuleGroup", Properties: { Rules: [{}, {}, {}] } } },
      parts: [[5], [1], [3]],
    },
    {
      what: "an ACL of CloudFront has prices without a region, in any region",
      region: "us-east-1",
      properties: { Scope: "CLOUDFRONT", Rules: [{ Statement: { RateBasedStatement: {} } }] },
      usage: { monthly_requests: 1e6 },
      parts: [[5], [1], ["0.6"]],
    },
  ],
  variants: [
    {
      Scope: "REGIONAL",
      Rules: [
        { Name: "rate", Action: { Captcha: {} }, Statement: { RateBasedStatement: {} } },
        { Name: "challenge", Action: { Challenge: {} }, Statement: { GeoMatchStatement: {} } },
        { Name: "group", Statement: { RuleGroupReferenceStatement: {} } },
        {
          Name: "AWSManagedRulesCommonRuleSet",
          Statement: {
            ManagedRuleGroupStatement: { VendorName: "AWS", Name: "AWSManagedRulesCommonRuleSet" },
          },
        },
        {
          Name: "AWSManagedRulesBotControlRuleSet",
          Statement: {
            ManagedRuleGroupStatement: { VendorName: "AWS", Name: "AWSManagedRulesBotControlRuleSet" },
          },
        },
        {
          Name: "AWSManagedRulesATPRuleSet",
          Statement: { ManagedRuleGroupStatement: { VendorName: "AWS", Name: "AWSManagedRulesATPRuleSet" } },
        },
        {
          Name: "AWSManagedRulesACFPRuleSet",
          Statement: { ManagedRuleGroupStatement: { VendorName: "AWS", Name: "AWSManagedRulesACFPRuleSet" } },
        },
        {
          Name: "AWSManagedRulesAntiDDoSRuleSet",
          Statement: {
            ManagedRuleGroupStatement: { VendorName: "AWS", Name: "AWSManagedRulesAntiDDoSRuleSet" },
          },
        },
      ],
    },
    {
      Scope: "CLOUDFRONT",
      Rules: [
        { Name: "rate", Action: { Captcha: {} }, Statement: { RateBasedStatement: {} } },
        { Name: "challenge", Action: { Challenge: {} }, Statement: { GeoMatchStatement: {} } },
        { Name: "group", Statement: { RuleGroupReferenceStatement: {} } },
        {
          Name: "AWSManagedRulesCommonRuleSet",
          Statement: {
            ManagedRuleGroupStatement: { VendorName: "AWS", Name: "AWSManagedRulesCommonRuleSet" },
          },
        },
        {
          Name: "AWSManagedRulesBotControlRuleSet",
          Statement: {
            ManagedRuleGroupStatement: { VendorName: "AWS", Name: "AWSManagedRulesBotControlRuleSet" },
          },
        },
        {
          Name: "AWSManagedRulesATPRuleSet",
          Statement: { ManagedRuleGroupStatement: { VendorName: "AWS", Name: "AWSManagedRulesATPRuleSet" } },
        },
        {
          Name: "AWSManagedRulesACFPRuleSet",
          Statement: { ManagedRuleGroupStatement: { VendorName: "AWS", Name: "AWSManagedRulesACFPRuleSet" } },
        },
        {
          Name: "AWSManagedRulesAntiDDoSRuleSet",
          Statement: {
            ManagedRuleGroupStatement: { VendorName: "AWS", Name: "AWSManagedRulesAntiDDoSRuleSet" },
          },
        },
      ],
    },
    {
      Scope: "REGIONAL",
      Rules: [
        {
          Name: "AWSManagedRulesBotControlRuleSet",
          Statement: {
            ManagedRuleGroupStatement: {
              VendorName: "AWS",
              Name: "AWSManagedRulesBotControlRuleSet",
              ManagedRuleGroupConfigs: [
                { AWSManagedRulesBotControlRuleSet: { InspectionLevel: "TARGETED" } },
              ],
            },
          },
        },
      ],
    },
  ],
  notSourced: [
    "AWSWAF: Anti-DDoS requests (CLOUDFRONT scope)",
    "AWSWAF: Anti-DDoS rule group (CLOUDFRONT scope)",
    "AWSWAF: CAPTCHA attempts (CLOUDFRONT scope)",
    "AWSWAF: Challenge responses (CLOUDFRONT scope)",
    "AWSWAF: Fraud Control rule group (CLOUDFRONT scope)",
  ],
  terraform: {
    aws_wafv2_web_acl: ({ rule = [], scope }) =>
      defined({ Scope: scope, Rules: (rule as Attributes[]).map(webAclRule) }),
  },
} satisfies TypeCases;

function webAclRule({ statement }: Attributes) {
  const block = first(statement) ?? {};
  const managed = first(block.managed_rule_group_statement);
  if (managed) return { Statement: { ManagedRuleGroupStatement: { Name: managed.name } } };
  if (block.rule_group_reference_statement) return { Statement: { RuleGroupReferenceStatement: {} } };
  return { Statement: { RateBasedStatement: {} } };
}
