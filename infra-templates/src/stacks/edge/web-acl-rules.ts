import { hasLoadTest } from "./load-test";
import type { EdgeSettings } from "./settings";

/** Written as CloudFormation has it: the template and the priced outline are the same objects. */
export interface WebAclRule {
  Name: string;
  Priority: number;
  Statement: Record<string, unknown>;
  Action?: Record<string, unknown>;
  OverrideAction?: Record<string, unknown>;
  VisibilityConfig: Record<string, unknown>;
}

/** What CloudFront proves itself with to a load balancer that others reach too. */
export const ORIGIN_HEADER = "x-greenroom-origin";

/** Asked by people, and by the load balancer: neither can solve a CAPTCHA. */
export const HEALTH_PATH = "/health";

const visibility = (name: string) => ({
  CloudWatchMetricsEnabled: true,
  MetricName: name,
  SampledRequestsEnabled: true,
});

export function rule(name: string, rest: Omit<WebAclRule, "Name" | "VisibilityConfig" | "Priority">) {
  return { Name: name, VisibilityConfig: visibility(name), ...rest };
}

const as = (type: string) => [{ Priority: 0, Type: type }];

type Unordered = Omit<WebAclRule, "Priority">;

/**
 * Rules in the order WAF asks them.
 * @param sources ARN of the IP set of load generators; the outline has none
 */
export function webAclRules(edge: EdgeSettings, sources?: string): WebAclRule[] {
  return inOrder([...(hasLoadTest(edge) ? [loadTest(edge, sources)] : []), ...visitorRules(edge)]);
}

export function inOrder(rules: readonly Unordered[]): WebAclRule[] {
  return rules.map((each, index) => ({ ...each, Priority: index * 10 }));
}

/**
 * What every visitor meets. Bot Control only labels (its own actions are counted), so that a known bot meets
 * a CAPTCHA instead of a closed door.
 */
export function visitorRules(edge: EdgeSettings): Unordered[] {
  return [
    managed("AWSManagedRulesCommonRuleSet", { None: {} }),
    rule("RatePerAddress", {
      Action: { Block: {} },
      Statement: {
        RateBasedStatement: {
          AggregateKeyType: "IP",
          EvaluationWindowSec: 60,
          Limit: edge.rateLimitPerMinute,
          ScopeDownStatement: {
            ByteMatchStatement: {
              FieldToMatch: { UriPath: {} },
              PositionalConstraint: "STARTS_WITH",
              SearchString: "/api/v1",
              TextTransformations: as("NORMALIZE_PATH"),
            },
          },
        },
      },
    }),
    ...(edge.botControl ? botRules() : []),
  ];
}

/**
 * Both must hold: anybody can send a user agent, and a load generator's network also carries other traffic.
 */
function loadTest(edge: EdgeSettings, sources: string | undefined) {
  return rule("LoadTest", {
    Action: { Allow: {} },
    Statement: {
      AndStatement: {
        Statements: [
          {
            ByteMatchStatement: {
              FieldToMatch: { SingleHeader: { Name: "user-agent" } },
              PositionalConstraint: "EXACTLY",
              SearchString: edge.loadTestAgent,
              TextTransformations: as("NONE"),
            },
          },
          { IPSetReferenceStatement: sources === undefined ? {} : { Arn: sources } },
        ],
      },
    },
  });
}

/** A group of rules that AWS maintains. `override` replaces the actions of all its rules. */
export function managed(name: string, override: Record<string, unknown>, configs?: unknown[]) {
  return rule(name, {
    OverrideAction: override,
    Statement: {
      ManagedRuleGroupStatement: {
        Name: name,
        VendorName: "AWS",
        ...(configs && { ManagedRuleGroupConfigs: configs }),
      },
    },
  });
}

const BOT_LABELS = "awswaf:managed:aws:bot-control:bot:";
/**
 * What AWS has verified to be what it says: search engines, and bots that fetch a page because a person asked
 * them. A verified bot still gets the labels of its name and category, so that matching all labels of bots
 * would meet it too. Left out: developer_platform:verified, whose scripts anybody can write. Source:
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-bot.html, the labels of the
 * group.
 */
const VERIFIED = ["verified", "user_triggered:verified"];

/**
 * A bot that nobody vouches for must show that there is a person, except where a monitor asks whether the API
 * is well.
 */
function botRules() {
  const label = (name: string) => ({ LabelMatchStatement: { Scope: "LABEL", Key: `${BOT_LABELS}${name}` } });
  const not = (statement: object) => ({ NotStatement: { Statement: statement } });
  return [
    managed("AWSManagedRulesBotControlRuleSet", { Count: {} }, [
      { AWSManagedRulesBotControlRuleSet: { InspectionLevel: "COMMON" } },
    ]),
    rule("CaptchaForBots", {
      Action: { Captcha: {} },
      Statement: {
        AndStatement: {
          Statements: [
            { LabelMatchStatement: { Scope: "NAMESPACE", Key: BOT_LABELS } },
            ...VERIFIED.map((name) => not(label(name))),
            not({
              ByteMatchStatement: {
                FieldToMatch: { UriPath: {} },
                PositionalConstraint: "EXACTLY",
                SearchString: HEALTH_PATH,
                TextTransformations: as("NONE"),
              },
            }),
          ],
        },
      },
    }),
  ];
}
