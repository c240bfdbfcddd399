import type { Value } from "@greenroom/template";
import { perMonth, perUsage } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import { referred } from "../neighbours";
import type { PriceKey } from "../price-book";
import { createPropertyReader, type PropertyReader } from "../properties";
import { exactly, type Range, sumRanges } from "../ranges";

const MILLION = 1_000_000;

interface Rules {
  own: number;
  groups: number;
  managed: PropertyReader[];
  asksCaptcha: boolean;
  asksChallenge: boolean;
}

/**
 * Covers the ACL, its rules (usage `rule_group_rules`, `managed_rule_group_rules` add those within groups),
 * its groups, requests (`monthly_requests`), and what paid managed groups cost on top: Bot Control by
 * inspection level (usage `monthly_bot_control_requests`, all requests when not given and the group is not
 * scoped down), Fraud Control, anti-DDoS; CAPTCHA attempts and challenge responses where a rule asks for them
 * (`monthly_captcha_attempts`, `monthly_challenge_responses`). An ACL of scope CLOUDFRONT has prices without
 * a region. Not covered: the free Bot Control requests of an account, capacity beyond 1,500 units, body
 * inspection beyond 16 KB, Fraud Control's checks, rule groups of the marketplace.
 */
export const wafV2WebAcl: CostModel = {
  type: "AWS::WAFv2::WebACL",
  service: "WAF",
  reads: ["Scope", "Rules[]"],
  neighbours: ["AWS::WAFv2::RuleGroup that a rule refers to"],
  notPriced: ["AssociationConfig", "MonetizationConfig"],
  withoutInfluence:
    "TokenDomains DefaultAction CustomResponseBodies ChallengeConfig VisibilityConfig CaptchaConfig " +
    "DataProtectionConfig ApplicationConfig OnSourceDDoSProtectionConfig",
  usageKeys: [
    "rule_group_rules",
    "managed_rule_group_rules",
    "monthly_requests",
    "monthly_bot_control_requests",
    "monthly_captcha_attempts",
    "monthly_challenge_responses",
  ],
  components: (input) => {
    const { properties, usage } = input;
    const isGlobal = properties.text("Scope") === "CLOUDFRONT";
    const price = (sku: string) => priceOf(sku, isGlobal);
    const rules = readRules(properties.list("Rules") ?? []);
    const within = [
      usage.get("rule_group_rules")?.range ?? exactly(rulesWithin(input)),
      usage.get("managed_rule_group_rules")?.range ?? exactly(0),
    ];
    const months = (name: string, unit: string, count: Range, sku: string) =>
      count.high.isZero() ? [] : [perMonth({ name, unit, count, price: price(sku) })];
    return [
      ...months("Web ACL usage", "months", exactly(1), "web ACL"),
      ...months("Rules", "rules", sumRanges([exactly(rules.own), ...within]), "rule or rule group"),
      ...months("Rule groups", "groups", exactly(rules.groups), "rule or rule group"),
      ...months("Managed rule groups", "groups", exactly(rules.managed.length), "rule or rule group"),
      requests("Requests", "monthly_requests", price("requests"), input),
      ...rules.managed.flatMap((group) => paidGroup(group, input, price)),
      ...(rules.asksCaptcha
        ? [
            perUsage({
              name: "CAPTCHA attempts",
              unit: "1k attempts",
              unitSize: 1000,
              price: price("CAPTCHA attempts"),
              usageKey: "monthly_captcha_attempts",
              figure: usage.get("monthly_captcha_attempts"),
            }),
          ]
        : []),
      ...(rules.asksChallenge
        ? [
            perUsage({
              name: "Challenge responses",
              unit: "1M responses",
              unitSize: MILLION,
              price: price("Challenge responses"),
              usageKey: "monthly_challenge_responses",
              figure: usage.get("monthly_challenge_responses"),
            }),
          ]
        : []),
    ];
  },
};

function readRules(rules: Value[]): Rules {
  const readers = rules.map(createPropertyReader);
  const managed = readers
    .filter((rule) => rule.has("Statement.ManagedRuleGroupStatement"))
    .map((rule) => createPropertyReader(rule.value("Statement.ManagedRuleGroupStatement")));
  const groups = readers.filter((rule) => rule.has("Statement.RuleGroupReferenceStatement")).length;
  return {
    own: readers.length - managed.length - groups,
    groups,
    managed,
    asksCaptcha: readers.some((rule) => answersWith(rule, "Captcha")),
    asksChallenge: readers.some((rule) => answersWith(rule, "Challenge")),
  };
}

/**
 * Rules of the groups that the ACL refers to, as far as they are in the stack: each is charged like a rule of
 * its own.
 */
function rulesWithin({ properties, stack }: ModelInput): number {
  return (properties.list("Rules") ?? []).reduce<number>((sum, rule) => {
    const arn = createPropertyReader(rule).value("Statement.RuleGroupReferenceStatement.Arn");
    const group = referred(stack, arn, "AWS::WAFv2::RuleGroup")?.properties;
    return sum + (group?.list("Rules")?.length ?? 0);
  }, 0);
}

/** Managed groups that cost more than a rule, by their name. */
function paidGroup(
  group: PropertyReader,
  input: ModelInput,
  price: (sku: string) => PriceKey,
): ComponentDraft[] {
  const name = group.text("Name");
  const month = (title: string, sku: string) => perMonth({ name: title, unit: "groups", price: price(sku) });
  if (name === "AWSManagedRulesBotControlRuleSet") {
    const level = isTargeted(group) ? "Targeted" : "Common";
    const isScoped = group.has("ScopeDownStatement") || input.usage.get("monthly_bot_control_requests");
    const usageKey = isScoped ? "monthly_bot_control_requests" : "monthly_requests";
    return [
      month("Bot Control", "Bot Control rule group"),
      requests(`Bot Control requests (${level})`, usageKey, price(`Bot Control ${level} requests`), input),
    ];
  }
  if (name === "AWSManagedRulesATPRuleSet" || name === "AWSManagedRulesACFPRuleSet") {
    const kind = name.includes("ATP") ? "account takeover" : "account creation";
    return [month(`Fraud Control (${kind})`, "Fraud Control rule group")];
  }
  if (name === "AWSManagedRulesAntiDDoSRuleSet") {
    return [
      month("Anti-DDoS", "Anti-DDoS rule group"),
      requests("Anti-DDoS requests", "monthly_requests", price("Anti-DDoS requests"), input),
    ];
  }
  return [];
}

function isTargeted(group: PropertyReader): boolean {
  return (group.list("ManagedRuleGroupConfigs") ?? []).some(
    (config) =>
      createPropertyReader(config).text("AWSManagedRulesBotControlRuleSet.InspectionLevel") === "TARGETED",
  );
}

function requests(name: string, usageKey: string, price: PriceKey, { usage }: ModelInput): ComponentDraft {
  return perUsage({
    name,
    unit: "1M requests",
    unitSize: MILLION,
    price,
    usageKey,
    figure: usage.get(usageKey),
  });
}

const OVERRIDES = ["ManagedRuleGroupStatement", "RuleGroupReferenceStatement"].map(
  (group) => `Statement.${group}.RuleActionOverrides`,
);

/**
 * Whether a rule, or one of the group whose actions it overrides, answers with this. Elsewhere in a statement
 * there are no actions:
 * https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html
 */
function answersWith(rule: PropertyReader, action: "Captcha" | "Challenge"): boolean {
  if (rule.has(`Action.${action}`)) return true;
  return OVERRIDES.flatMap((path) => rule.list(path) ?? []).some((override) =>
    createPropertyReader(override).has(`ActionToUse.${action}`),
  );
}

function priceOf(sku: string, isGlobal: boolean): PriceKey {
  return isGlobal
    ? { service: "AWSWAF", sku: `${sku} (CLOUDFRONT scope)`, region: "global" }
    : { service: "AWSWAF", sku };
}
