import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLUEPRINTS, type BlueprintId } from "../src/catalog";
import { BLUEPRINT_ARBITRARIES } from "../testing/arbitraries/blueprints";
import { anyContext, suited } from "../testing/arbitraries/context";

type Json = Record<string, unknown>;
interface Request {
  path: string;
  labels: readonly string[];
}

const BOT = "awswaf:managed:aws:bot-control:bot:";
/**
 * Labels that Bot Control gives together:
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-bot.html
 */
const SEARCH_ENGINE = ["verified", "name:googlebot", "category:search_engine", "organization:google"];
const ASSISTANT = ["user_triggered:verified", "name:chatgpt_user", "category:ai"];
const SCRAPER = ["unverified", "name:scrapy", "category:scraping_framework"];
const bot = (path: string, labels: readonly string[]): Request => ({
  path,
  labels: labels.map((label) => BOT + label),
});

/**
 * Whether a statement about labels and paths meets a request; anything else that a rule can look at is met by
 * nobody here.
 */
function meets(statement: Json, request: Request): boolean {
  const [[kind, body] = []] = Object.entries(statement) as [string, Json][];
  const inner = (body?.Statements ?? []) as Json[];
  switch (kind) {
    case "AndStatement":
      return inner.every((each) => meets(each, request));
    case "OrStatement":
      return inner.some((each) => meets(each, request));
    case "NotStatement":
      return !meets(body?.Statement as Json, request);
    case "LabelMatchStatement": {
      const key = String(body?.Key);
      return request.labels.some((label) =>
        body?.Scope === "LABEL" ? label === key : label.startsWith(key),
      );
    }
    case "ByteMatchStatement":
      return JSON.stringify(body?.FieldToMatch) === '{"UriPath":{}}' && request.path === body?.SearchString;
    default:
      return false;
  }
}

/** What stops a request: the actions of the rules that meet it, before one allows it. */
const stopsOf = (rules: readonly Json[], request: Request) =>
  rules
    .filter(({ Action }) => Action && !("Count" in (Action as Json)) && !("Allow" in (Action as Json)))
    .filter(({ Statement }) => meets(Statement as Json, request))
    .map(({ Action }) => Object.keys(Action as Json)[0]);

describe.each(BLUEPRINTS.map((model) => [model.id, model] as const))("the web ACLs of %s", (id, model) => {
  it("ask bots for a CAPTCHA, but none that AWS has verified, and nobody who asks for the health", () => {
    let seen = 0;
    const check = (spec: unknown, context: Parameters<typeof model.outline>[1]) => {
      const acls = model
        .outline(spec, context)
        .flatMap(({ template }) => Object.values(template.Resources))
        .filter(({ Type }) => Type === "AWS::WAFv2::WebACL");
      for (const { Properties } of acls) {
        const rules = Properties?.Rules as Json[];
        for (const labels of [SEARCH_ENGINE, ASSISTANT]) expect(stopsOf(rules, bot("/", labels))).toEqual([]);
        expect(stopsOf(rules, bot("/health", SCRAPER))).toEqual([]);
        const asksBots = JSON.stringify(rules).includes("BotControl");
        expect(stopsOf(rules, bot("/", SCRAPER))).toEqual(asksBots ? ["Captcha"] : []);
        if (asksBots) seen += 1;
      }
    };
    const { valid } = BLUEPRINT_ARBITRARIES[id as BlueprintId];
    fc.assert(
      fc.property(valid, anyContext, (spec, context) => check(spec, suited(model, spec, context))),
      { numRuns: 60 },
    );
    const hasEdge = model.everyStack.some(({ key }) => key === "edge");
    expect(seen > 0).toBe(hasEdge);
  });
});
