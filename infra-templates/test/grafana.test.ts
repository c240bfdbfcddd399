import { describe, expect, it } from "vitest";
import { DASHBOARDS } from "../src/catalog";
import { buildDashboards } from "../src/grafana";
import { ENVIRONMENT } from "../src/grafana/variables";
import { alarmsOf } from "../src/stacks/alarms/definitions";
import { DATA_SIZES } from "../src/stacks/data/settings";
import { NETWORK_SIZES } from "../src/stacks/network/settings";
import { PROMETHEUS_RULES } from "../src/stacks/observability/prometheus-rules";
import { metricsIn } from "../testing/prometheus-metrics";
import { PUBLISHED, SCRAPED } from "../testing/published-metrics";

interface Target {
  refId: string;
  id?: string;
  expr?: string;
  expression?: string;
  namespace?: string;
  metricName?: string;
  dimensions?: Record<string, string>;
}
interface Panel {
  type: string;
  id: number;
  title: string;
  gridPos: { x: number; y: number; w: number; h: number };
  targets?: Target[];
  fieldConfig?: { defaults: { thresholds?: { steps: { value: number | null; color: string }[] } } };
}

const built = buildDashboards("https://greenroom.example.com");
const dashboards = Object.entries(built).map(
  ([key, dashboard]) => [key, JSON.parse(JSON.stringify(dashboard))] as const,
);
const panelsOf = (dashboard: { panels: Panel[] }) => dashboard.panels;
const charts = dashboards.flatMap(([, dashboard]) =>
  panelsOf(dashboard).filter(({ type }) => type !== "row"),
);
const targets = charts.flatMap(({ targets = [] }) => targets);
const recorded = [...PROMETHEUS_RULES.matchAll(/record: (\S+)/g)].map(([, name]) => name ?? "");

it("keeps the names that people's links have", () => {
  expect(dashboards.map(([, { uid, title }]) => [uid, title])).toEqual([
    ["greenroom-eks-cluster", "Greenroom: EKS cluster"],
    ["greenroom-redis", "Greenroom: Redis"],
    ["greenroom-application", "Greenroom: Application"],
    ["greenroom-business", "Greenroom: Business"],
    ["greenroom-portal", "Greenroom: Greenroom itself"],
  ]);
  // Grafana takes 40 characters.
  for (const { uid } of Object.values(DASHBOARDS)) expect(uid).toMatch(/^[a-z-]{1,40}$/);
});

it("is byte-identical for the same address", () => {
  const again = buildDashboards("https://greenroom.example.com");
  expect(JSON.stringify(again)).toBe(JSON.stringify(built));
});

describe.each(dashboards)("%s", (_, dashboard) => {
  it("has a number of its own for each panel, and none lies on another", () => {
    const panels = panelsOf(dashboard);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) => {
      expect(x + w).toBeLessThanOrEqual(24);
      return Array.from({ length: w * h }, (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`);
    });
    expect(new Set(cells).size).toBe(cells.length);
  });

  it("names each query of a panel once, as CloudWatch takes it", () => {
    for (const { targets = [] } of panelsOf(dashboard)) {
      expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length);
      for (const { refId } of targets) expect(refId).toMatch(/^[A-Z]$/);
      const ids = targets.flatMap(({ id }) => (id === undefined ? [] : [id]));
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[a-z]\w*$/);
    }
  });

  it("has every variable that it asks for, and asks for every one that it has", () => {
    const text = JSON.stringify({ ...dashboard, templating: undefined });
    const variables: { name: string; query?: unknown; datasource?: unknown }[] = dashboard.templating.list;
    const all = text + JSON.stringify(variables);
    const asked = new Set([...all.matchAll(/\$\{?([a-z]\w*)\}?/g)].map(([, name]) => name));
    expect([...asked].sort()).toEqual(variables.map(({ name }) => name).sort());
  });

  it("leads back to Greenroom, and to the others of its kind", () => {
    expect(dashboard.links[0].url).toMatch(/^\$\{portal\}\/[a-z]/);
    expect(dashboard.templating.list.at(-1)).toMatchObject({
      name: "portal",
      query: "https://greenroom.example.com",
    });
    expect(dashboard.links[1]).toMatchObject({ type: "dashboards", tags: ["greenroom"], includeVars: true });
  });
});

describe("what the dashboards ask for", () => {
  it("are metrics of CloudWatch that somebody publishes", () => {
    const asked = targets.filter(({ namespace }) => namespace);
    expect(asked.length).toBeGreaterThan(40);
    for (const { namespace = "", metricName = "", dimensions = {} } of asked) {
      const key = Object.keys(dimensions).sort().join();
      expect(PUBLISHED[namespace]?.[metricName]?.dimensions, `${namespace} ${metricName}`).toContain(key);
    }
    const searched = targets.flatMap(({ expression = "" }) => [
      ...expression.matchAll(/SEARCH\('\{([^,]+),([^}]+)\} MetricName="(\w+)"/g),
    ]);
    expect(searched.length).toBeGreaterThan(4);
    for (const [, namespace = "", key, name = ""] of searched) {
      expect(PUBLISHED[namespace]?.[name]?.dimensions, name).toContain(key);
    }
  });

  it("are series of Prometheus that its rules record or the collector scrapes", () => {
    const names = targets.flatMap(({ expr }) => (expr === undefined ? [] : metricsIn(expr)));
    expect(names.length).toBeGreaterThan(12);
    for (const name of names) expect([...recorded, ...Object.keys(SCRAPED)]).toContain(name);
    // Nothing is recorded that nobody looks at.
    for (const name of recorded) expect(names).toContain(name);
  });
});

it("draws the line of every alarm whose line is the same for all environments", () => {
  const everything = {
    network: NETWORK_SIZES.prod,
    data: DATA_SIZES.prod,
    cache: { enabled: true },
    cluster: { enabled: true },
    edge: { enabled: true, alb: true },
  };
  const alarms = alarmsOf(everything, ENVIRONMENT).filter(({ id }) => !id.endsWith("CapacityAlarm"));
  expect(alarms.length).toBeGreaterThan(9);
  for (const { name, metrics, threshold } of alarms) {
    const drawn = charts.filter(({ targets = [] }) =>
      metrics.every((metric) => targets.some(({ metricName }) => metricName === metric.name)),
    );
    const lines = drawn.flatMap(({ fieldConfig }) => fieldConfig?.defaults.thresholds?.steps ?? []);
    expect(lines, name).toContainEqual({ value: threshold, color: "red" });
  }
});
