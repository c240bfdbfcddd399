import { DatasourceVariableBuilder } from "@grafana/grafana-foundation-sdk/dashboard";
import { PanelBuilder as StatBuilder } from "@grafana/grafana-foundation-sdk/stat";
import type { Chart } from "../stacks/observability/charts";
import { framed, UNITS } from "./panels";

const POSTGRES = { type: "grafana-postgresql-datasource", uid: "${postgres}" };

interface PortalPanel {
  title: string;
  unit: Chart["unit"];
  /** What is so now, or how it went over the time that is shown. */
  shows: "now" | "history";
  sql: string;
}

const history = (columns: string, where: string, at: string) =>
  `SELECT $__timeGroup("${at}", '1h') AS time, ${columns} FROM "Run" WHERE $__timeFilter("${at}")${where} GROUP BY 1`;
const took = (from: string, to: string) =>
  [
    ["p50", 0.5],
    ["p95", 0.95],
  ]
    .map(
      ([name, part]) =>
        `percentile_cont(${part}) WITHIN GROUP (ORDER BY extract(epoch FROM "${to}" - "${from}")) AS ${name}`,
    )
    .join(", ");

/**
 * How Greenroom itself is doing, read from its own rows by a role that sees these columns only
 * (docs/grafana.md).
 */
const PORTAL_PANELS: readonly PortalPanel[] = [
  {
    title: "Workers",
    unit: "count",
    shows: "now",
    sql: `SELECT count(*) FROM "Worker" WHERE "seenAt" > now() - interval '1 minute'`,
  },
  {
    title: "Runs that wait for a worker",
    unit: "count",
    shows: "now",
    sql: `SELECT count(*) FROM "Run" WHERE status = 'QUEUED'`,
  },
  {
    title: "Longest of these waits",
    unit: "seconds",
    shows: "now",
    sql: `SELECT coalesce(extract(epoch FROM now() - min("queuedAt")), 0) FROM "Run" WHERE status = 'QUEUED'`,
  },
  {
    title: "Requests that wait for a decision",
    unit: "count",
    shows: "now",
    sql: `SELECT count(*) FROM "Request" WHERE status = 'PENDING_APPROVAL'`,
  },
  {
    title: "Environments",
    unit: "count",
    shows: "now",
    sql: `SELECT count(*) FROM "Environment" WHERE status <> 'DESTROYED'`,
  },
  {
    title: "Environments that failed",
    unit: "count",
    shows: "now",
    sql: `SELECT count(*) FROM "Environment" WHERE status = 'FAILED'`,
  },
  {
    title: "Runs that ended, by result",
    unit: "count",
    shows: "history",
    sql: `${history("status::text AS metric, count(*) AS value", "", "finishedAt")}, 2 ORDER BY 1`,
  },
  {
    title: "How long a run took",
    unit: "seconds",
    shows: "history",
    sql: `${history(took("startedAt", "finishedAt"), ` AND "startedAt" IS NOT NULL`, "finishedAt")} ORDER BY 1`,
  },
  {
    title: "How long a run waited for a worker",
    unit: "seconds",
    shows: "history",
    sql: `${history(took("queuedAt", "startedAt"), "", "startedAt")} ORDER BY 1`,
  },
];

/** A query of the PostgreSQL data source, which the SDK has no builder of. */
const query = ({ sql, shows }: PortalPanel) => ({
  build: () => ({
    refId: "A",
    datasource: POSTGRES,
    editorMode: "code",
    rawQuery: true,
    rawSql: sql,
    format: shows === "now" ? "table" : "time_series",
    _implementsDataqueryVariant() {},
  }),
});

export const portalParts = () =>
  PORTAL_PANELS.map((panel) =>
    panel.shows === "now"
      ? new StatBuilder()
          .title(panel.title)
          .unit(UNITS[panel.unit])
          .span(4)
          .height(4)
          .datasource(POSTGRES)
          .withTarget(query(panel))
      : framed(panel).datasource(POSTGRES).withTarget(query(panel)),
  );

export const portalVariables = () => [
  new DatasourceVariableBuilder("postgres").label("PostgreSQL").type(POSTGRES.type),
];
