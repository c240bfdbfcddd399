import { beforeAll, describe, expect, it, vi } from "vitest";
import type { TicketingSpec } from "../../src/blueprints/ticketing/stacks";
import { getBlueprint } from "../../src/catalog";
import { synthesizeApp } from "../../src/index";
import { contextOf, resourcesOf, type TemplateResource } from "../../testing/contexts";

// Loading CDK and making a whole platform takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

beforeAll(() => {
  process.env.CDK_VALIDATION = "false";
});

const prod = () =>
  structuredClone(getBlueprint("ticketing").presets.find(({ key }) => key === "prod")?.spec) as TicketingSpec;

/** The resources of the stacks alarms and observability. */
function observe(spec: TicketingSpec): Record<string, TemplateResource> {
  const stacks = synthesizeApp("ticketing", spec, contextOf("prod"));
  const found = stacks.filter(({ key }) => key === "alarms" || key === "observability");
  return Object.assign({}, ...found.map(resourcesOf)) as Record<string, TemplateResource>;
}

/** Of the production preset, made once for all tests that only look at it. */
let watching: Record<string, TemplateResource>;
beforeAll(() => {
  watching = observe(prod());
});

const alarms = (resources: Record<string, TemplateResource>) =>
  Object.entries(resources).filter(([, { Type }]) => Type === "AWS::CloudWatch::Alarm");
const told = ([id, { Properties }]: [string, TemplateResource]) =>
  `${id} > ${Properties?.Threshold} in ${Properties?.DatapointsToAlarm} of ${Properties?.EvaluationPeriods}: ${
    (Properties!.AlarmActions as { Ref: string }[])[0]?.Ref
  }`;

describe("observability", () => {
  it("rings as the platform's owners listed", () => {
    const lines = alarms(watching).map(told);
    expect(lines).toEqual(
      expect.arrayContaining([
        "RedisCpuAlarm > 70 in 5 of 5: CriticalTopic",
        "TicketsThrottleAlarm > 0 in 1 of 1: CriticalTopic",
        "ServerErrorAlarm > 5 in 2 of 3: CriticalTopic",
        "RedisMemoryAlarm > 70 in 5 of 5: WarningTopic",
        "ReadCapacityAlarm > 80 in 3 of 5: WarningTopic",
        "WriteCapacityAlarm > 80 in 3 of 5: WarningTopic",
        "NatBandwidth1Alarm > 90 in 5 of 5: WarningTopic",
        "NatBandwidth2Alarm > 90 in 5 of 5: WarningTopic",
      ]),
    );
    expect(lines.filter((line) => line.includes("Throttle"))).toHaveLength(6);
  });

  it("has no alarm, dashboard or reference for a stack that is off", () => {
    const spec = prod();
    spec.cache.enabled = false;
    spec.edge.enabled = false;
    spec.accelerator.enabled = false;
    spec.network.nat = "none";
    const resources = observe(spec);
    const text = JSON.stringify(resources);
    expect(text).not.toMatch(/ElastiCache|ApplicationELB|NATGateway|GetStackOutput[^}]*-(cache|edge)"/);
    expect(Object.keys(resources)).not.toContain("RedisDashboard");
    expect(Object.keys(resources)).toContain("BusinessDashboard");
  });

  it("tells the environment's health by every critical alarm and no other", () => {
    const resources = watching;
    const rule = JSON.stringify(resources.HealthAlarm?.Properties?.AlarmRule);
    for (const [id, { Properties }] of alarms(resources)) {
      const isCritical = JSON.stringify(Properties?.AlarmActions).includes("CriticalTopic");
      expect(rule.includes(`{"Ref":"${id}"}`), id).toBe(isCritical);
    }
  });

  it("uses each metric of an alarm in its expression, and no metric that is not there", () => {
    for (const [id, { Properties }] of alarms(watching)) {
      const [result, ...metrics] = Properties!.Metrics as { Id: string; Expression?: string }[];
      const names = (result?.Expression ?? "").replace(/[A-Z]{2,}/g, "").match(/[a-z][a-zA-Z]*/g);
      expect(new Set(names), id).toEqual(new Set(metrics.map((metric) => metric.Id)));
    }
  });

  it("mails from the severity that was chosen on", () => {
    const mailed = (mailedFrom: TicketingSpec["observability"]["mailedFrom"]) => {
      const spec = prod();
      Object.assign(spec.observability, { emails: ["rina@demo.example"], mailedFrom });
      const subscriptions = Object.values(observe(spec)).filter(
        ({ Type }) => Type === "AWS::SNS::Subscription",
      );
      return subscriptions.map(({ Properties }) => {
        const { Ref, ...other } = Properties!.TopicArn as { Ref?: string };
        return Ref ?? (JSON.stringify(other).includes("EventTopicArn") ? "cache's EventTopic" : null);
      });
    };
    expect(mailed("critical")).toEqual(["CriticalTopic"]);
    expect(mailed("info")).toEqual(["CriticalTopic", "WarningTopic", "InfoTopic", "cache's EventTopic"]);
  });
});
