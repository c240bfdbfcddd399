import { runInNewContext } from "node:vm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { TicketingSpec } from "../../src/blueprints/ticketing/stacks";
import { describeSpecProblems, getBlueprint } from "../../src/catalog";
import { synthesizeApp } from "../../src/index";
import { EDGE_SIZES, type EdgeSettings } from "../../src/stacks/edge/settings";
import { viewerFunctionSource } from "../../src/stacks/edge/viewer-function";
import { contextOf, resourcesOf, type TemplateResource } from "../../testing/contexts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(() => {
  process.env.CDK_VALIDATION = "false";
});

const ticketing = getBlueprint("ticketing");
const LOAD_TEST = { loadTestUntil: "2026-12-01", loadTestSources: ["203.0.113.0/28"] };

function specWith(edge: Partial<EdgeSettings>, more: Partial<TicketingSpec> = {}): TicketingSpec {
  const dev = ticketing.presets[0]?.spec as TicketingSpec;
  return { ...dev, ...more, edge: { ...EDGE_SIZES.prod, ...edge } };
}
function stackOf(spec: TicketingSpec, key: string) {
  const stack = synthesizeApp("ticketing", spec, contextOf("dev")).find((each) => each.key === key);
  expect(stack, key).toBeDefined();
  return { ...stack!, resources: resourcesOf(stack!) };
}
const ofType = (resources: Record<string, TemplateResource>, type: string) =>
  Object.values(resources).filter(({ Type }) => Type === type);
const problemsOf = (spec: unknown, today = "2026-11-23") =>
  describeSpecProblems(ticketing, spec, { region: "ap-northeast-2", stage: "dev", today });

describe("the global part of the edge", () => {
  it("lies in us-east-1, and the edge reads it from there", () => {
    const { region } = stackOf(specWith({}), "edge-global");
    expect(region).toBe("us-east-1");
    const { resources } = stackOf(specWith({}), "edge");
    expect(resources.Distribution?.Properties?.DistributionConfig).toMatchObject({
      WebACLId: {
        "Fn::GetStackOutput": {
          StackName: "greenroom-spring-sale-edge-global",
          OutputName: "WebAclArn",
          Region: "us-east-1",
        },
      },
    });
  });

  it("asks the load test first, then the common rules, the rate and the bots", () => {
    const { WebAcl } = stackOf(specWith(LOAD_TEST), "edge-global").resources;
    const rules = WebAcl?.Properties?.Rules as { Name: string; Priority: number; Statement: object }[];
    expect(rules.map(({ Name }) => Name)).toEqual([
      "LoadTest",
      "AWSManagedRulesCommonRuleSet",
      "RatePerAddress",
      "AWSManagedRulesBotControlRuleSet",
      "CaptchaForBots",
    ]);
    expect(rules.map(({ Priority }) => Priority)).toEqual([0, 10, 20, 30, 40]);
    expect(rules[0]?.Statement).toMatchObject({
      AndStatement: { Statements: [{ ByteMatchStatement: {} }, { IPSetReferenceStatement: { Arn: {} } }] },
    });
    expect(rules[2]?.Statement).toMatchObject({
      RateBasedStatement: { Limit: 1000, EvaluationWindowSec: 60 },
    });
  });

  it("ends the load test by itself: at the end of its day the networks are emptied", () => {
    const { resources } = stackOf(specWith(LOAD_TEST), "edge-global");
    expect(resources.LoadTestSchedule?.Properties).toMatchObject({
      ScheduleExpression: "at(2026-12-01T23:59:59)",
      ScheduleExpressionTimezone: "UTC",
      Target: { Arn: { Ref: "LoadTestEnd" } },
    });
    const definition = JSON.stringify(resources.LoadTestEnd?.Properties?.DefinitionString);
    for (const part of ["wafv2:getIPSet", "wafv2:updateIPSet", 'Addresses\\":[]']) {
      expect(definition).toContain(part);
    }
    expect(JSON.stringify(resources.LoadTestEndRole?.Properties?.Policies)).toContain(
      JSON.stringify({ "Fn::GetAtt": ["LoadTestSources", "Arn"] }),
    );
    expect(Object.keys(stackOf(specWith({}), "edge-global").resources).join()).not.toContain("LoadTest");
  });

  it.each([
    ["", []],
    ["2026-11-23", []],
    ["2026-12-23", []],
    ["2026-11-22", ["spec.loadTest.past"]],
    ["2026-12-24", ["spec.loadTest.far"]],
  ])("takes a load test until %j: %j", (loadTestUntil, expected) => {
    const problems = problemsOf(specWith({ ...LOAD_TEST, loadTestUntil }));
    expect(problems.map(({ message }) => message.key)).toEqual(expected);
    for (const { field } of problems) expect(field).toBe("edge.loadTestUntil");
  });

  it("refuses a load test from nowhere", () => {
    const [problem] = problemsOf(specWith({ ...LOAD_TEST, loadTestSources: [] }));
    expect(problem).toMatchObject({
      field: "edge.loadTestSources",
      message: { key: "spec.loadTest.noSources" },
    });
  });
});

describe("the edge", () => {
  it("needs no network without a load balancer, and none of its parts is open to the world", () => {
    const { template, resources } = stackOf(specWith({ alb: false }), "edge");
    expect(JSON.stringify(template)).not.toContain("greenroom-spring-sale-network");
    expect(ofType(resources, "AWS::ElasticLoadBalancingV2::LoadBalancer")).toEqual([]);
    for (const { Properties } of ofType(resources, "AWS::S3::Bucket")) {
      const all = Object.values(Properties?.PublicAccessBlockConfiguration ?? {});
      expect(all).toEqual([true, true, true, true]);
    }
  });

  it("lets only CloudFront reach the load balancer, in a group of rules for each port", () => {
    const groups = ofType(stackOf(specWith({}), "edge").resources, "AWS::EC2::SecurityGroup");
    expect(groups).toHaveLength(2);
    for (const { Properties } of groups) {
      expect(Properties?.SecurityGroupIngress).toMatchObject([{ SourcePrefixListId: "pl-22a6434b" }]);
      expect(JSON.stringify(Properties)).not.toContain("0.0.0.0/0");
    }
  });

  it("refuses an accelerator without a load balancer", () => {
    const accelerator = { enabled: true, clientAffinity: "NONE" as const, trafficPercent: 100 };
    for (const edge of [{ alb: false }, { enabled: false }]) {
      const problems = problemsOf(specWith(edge, { accelerator }));
      expect(problems.map(({ field, message }) => [field, message.key])).toEqual([
        ["accelerator.enabled", "spec.accelerator.noAlb"],
      ]);
    }
    const stacks = synthesizeApp("ticketing", specWith({}, { accelerator }), contextOf("dev"));
    const weights = stacks.flatMap((stack) =>
      ofType(resourcesOf(stack), "AWS::Route53::RecordSet")
        .filter(
          ({ Properties }) => Properties?.Name === "api.tickets.your-company.com" && Properties.Type === "A",
        )
        .map(({ Properties }) => [stack.key, Properties?.Weight]),
    );
    expect(weights).toEqual([
      ["edge", 0],
      ["accelerator", 1],
    ]);
  });
});

describe("the function before the cache", () => {
  const run = (uri: string, host: string, querystring = {}) => {
    const source = viewerFunctionSource({ ...EDGE_SIZES.prod, viewerFunction: "redirect" });
    const event = { request: { uri, querystring, headers: { host: { value: host } } } };
    return runInNewContext(`${source}\nhandler(event)`, { event }) as {
      uri?: string;
      statusCode?: number;
      headers: { location?: { value: string } };
    };
  };

  it.each([
    ["/", "/index.html"],
    ["/tickets", "/tickets/index.html"],
    ["/tickets/", "/tickets/index.html"],
    ["/v1.2/tickets", "/v1.2/tickets/index.html"],
    ["/app.css", "/app.css"],
  ])("leads %s to %s", (uri, file) => {
    expect(run(uri, "tickets.your-company.com").uri).toBe(file);
  });

  it("leads www to the name without, with its query", () => {
    const query = {
      seat: { value: "a", multiValue: [{ value: "a" }, { value: "b%20c" }] },
      day: { value: "1" },
    };
    const answer = run("/tickets", "www.tickets.your-company.com", query);
    expect(answer.statusCode).toBe(301);
    expect(answer.headers.location?.value).toBe(
      "https://tickets.your-company.com/tickets?seat=a&seat=b%20c&day=1",
    );
  });
});
