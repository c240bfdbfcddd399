import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { BLUEPRINTS, type BlueprintId } from "../src/catalog";
import { synthesizeApp } from "../src/index";
import { PROMETHEUS_RULES } from "../src/stacks/observability/prometheus-rules";
import { BLUEPRINT_ARBITRARIES } from "../testing/arbitraries/blueprints";
import { anyContext, suited } from "../testing/arbitraries/context";
import { contextOf } from "../testing/contexts";
import { metricsIn } from "../testing/prometheus-metrics";
import { PUBLISHED, SCRAPED } from "../testing/published-metrics";
import { Environment, type Json } from "../testing/reach/environment";
import { roleOfPods } from "../testing/reach/places";

// Loading CDK takes a second, and many on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
beforeAll(() => {
  process.env.CDK_VALIDATION = "false";
});

interface Metric {
  namespace: string;
  name: string;
  dimensions: readonly string[];
}
const key = (dimensions: readonly string[]) => [...dimensions].sort().join();

function ofAlarm(properties: Json): Metric[] {
  const single = properties.MetricName
    ? [
        {
          Namespace: properties.Namespace,
          MetricName: properties.MetricName,
          Dimensions: properties.Dimensions,
        },
      ]
    : [];
  const several = ((properties.Metrics ?? []) as Json[]).flatMap(({ MetricStat }) =>
    MetricStat ? [(MetricStat as Json).Metric as Json] : [],
  );
  return [...single, ...several].map(({ Namespace, MetricName, Dimensions }) => ({
    namespace: String(Namespace),
    name: String(MetricName),
    dimensions: ((Dimensions ?? []) as Json[]).map(({ Name }) => String(Name)),
  }));
}

/** A row of a chart: a metric with its dimensions, or an expression that searches for some. */
function ofRow(row: unknown[]): Metric[] {
  const options = row.find((each) => typeof each === "object") as { expression?: string } | undefined;
  if (options?.expression === undefined) {
    const [namespace = "", name = "", ...rest] = row.filter((each) => typeof each === "string") as string[];
    return [{ namespace, name, dimensions: rest.filter((_, index) => index % 2 === 0) }];
  }
  const found = [...options.expression.matchAll(/SEARCH\('\{([^}]+)\} MetricName="(\w+)" (\w+)=/g)];
  const searches = options.expression.split("SEARCH(").length - 1;
  if (found.length === 0 || found.length !== searches) {
    return [{ namespace: options.expression, name: "is not understood", dimensions: [] }];
  }
  return found.map(([, schema = "", name = "", by = ""]) => {
    const [namespace = "", ...dimensions] = schema.split(",");
    return { namespace, name: dimensions.includes(by) ? name : `${name} by ${by}`, dimensions };
  });
}

const ofDashboard = ({ DashboardBody }: Json): Metric[] =>
  (JSON.parse(String(DashboardBody)).widgets as { properties: { metrics: unknown[][] } }[]).flatMap(
    ({ properties }) => properties.metrics.flatMap(ofRow),
  );

function problemsOf(env: Environment): string[] {
  const alarms = env.ofType("AWS::CloudWatch::Alarm");
  const metrics = [
    ...alarms.flatMap(({ properties }) => ofAlarm(properties)),
    ...env.ofType("AWS::CloudWatch::Dashboard").flatMap(({ properties }) => ofDashboard(properties)),
  ];
  const unpublished = metrics
    .filter(({ namespace, name, dimensions }) => {
      return !PUBLISHED[namespace]?.[name]?.dimensions.some((set) => key(set.split(",")) === key(dimensions));
    })
    .map(({ namespace, name, dimensions }) => `nobody publishes ${namespace} ${name} by ${key(dimensions)}`);
  const empty = alarms
    .filter(({ properties }) => ofAlarm(properties).length === 0)
    .map(({ handle }) => handle);
  return [...unpublished, ...empty, ...publisherProblems(env, metrics)];
}

const addOn = (env: Environment, name: string) =>
  env.ofType("AWS::EKS::Addon").find(({ properties }) => properties.AddonName === name);
const configurationOf = (env: Environment, name: string) =>
  String(addOn(env, name)?.properties.ConfigurationValues ?? "{}");

/** Metrics of the cluster are published by what runs in it, with a configuration and rights. */
function publisherProblems(env: Environment, metrics: readonly Metric[]): string[] {
  const unless = (isSo: boolean, problem: string) => (isSo ? [] : [problem]);
  const problems: string[] = [];
  if (metrics.some(({ namespace }) => namespace === "ContainerInsights")) {
    const { agent } = JSON.parse(configurationOf(env, "amazon-cloudwatch-observability"));
    problems.push(
      ...unless(
        agent?.config?.logs?.metrics_collected?.kubernetes !== undefined,
        "no agent publishes Container Insights",
      ),
      ...unless(
        roleOfPods(env, "amazon-cloudwatch", "cloudwatch-agent") !== undefined,
        "the agent has no role",
      ),
    );
  }
  const [workspace] = env.ofType("AWS::APS::Workspace");
  if (workspace && env.ofType("AWS::EKS::Cluster").length > 0) {
    const { collector } = JSON.parse(configurationOf(env, "adot"));
    const { pipelines, exporters } = collector?.prometheusMetrics ?? {};
    const endpoint = `${workspace.handle}#PrometheusEndpointapi/v1/remote_write`;
    problems.push(
      ...unless(pipelines?.metrics.amp.enabled === true, "no collector runs for Prometheus"),
      ...unless(
        exporters?.prometheusremotewrite.endpoint === endpoint,
        "the collector writes to another workspace",
      ),
    );
  }
  return problems;
}

describe.each(BLUEPRINTS.map((model) => [model.id, model] as const))(
  "alarms and charts of %s",
  (id, model) => {
    it.each(model.presets.map((preset) => [preset.key, preset] as const))(
      "name metrics that somebody publishes, in %s",
      (_, { spec, stages }) => {
        expect(problemsOf(new Environment(synthesizeApp(id, spec, contextOf(stages[0] ?? "dev"))))).toEqual(
          [],
        );
      },
    );

    it("name metrics that somebody publishes, whatever is chosen", () => {
      fc.assert(
        fc.property(BLUEPRINT_ARBITRARIES[id as BlueprintId].valid, anyContext, (spec, anywhere) => {
          expect(problemsOf(new Environment(synthesizeApp(id, spec, suited(model, spec, anywhere))))).toEqual(
            [],
          );
        }),
        { numRuns: 10, endOnFailure: true },
      );
    });
  },
);

describe("the rules of Prometheus", () => {
  it("name what the collector scrapes, or what another rule records", () => {
    const recorded = [...PROMETHEUS_RULES.matchAll(/record: (\S+)/g)].map(([, name]) => name);
    const named = [...PROMETHEUS_RULES.matchAll(/expr: (.+)/g)].flatMap(([, expression = ""]) =>
      metricsIn(expression),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !(name in SCRAPED) && !recorded.includes(name))).toEqual([]);
  });

  it("have a source for every metric, and use every one", () => {
    for (const name of Object.keys(SCRAPED)) expect(PROMETHEUS_RULES).toContain(name);
    const sources = Object.values(PUBLISHED).flatMap((metrics) =>
      Object.values(metrics).map(({ source }) => source),
    );
    for (const source of sources) expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
});
