import { DASHBOARDS, findBlueprint } from "@greenroom/infra-templates/catalog";
import type { DashboardLink } from "./schema";

interface Shown {
  name: string;
  region: string;
  blueprint: string;
  spec: unknown;
  grafanaUrl: string | null;
}

/** What was before a run, and what came of it, are shown too. */
const MARGIN_MS = 10 * 60_000;

/**
 * The dashboards of an environment's stacks, in the order of the stacks, with the environment and the time
 * filled in. Empty for a spec that its blueprint no longer reads.
 * @param run to show its time, until now while it goes on; absent for the last three hours
 */
export function dashboardLinks(
  environment: Shown,
  run?: { startedAt: Date; finishedAt: Date | null },
): DashboardLink[] {
  const model = findBlueprint(environment.blueprint);
  const spec = model?.specSchema.safeParse(environment.spec);
  if (!model || !spec?.success) return [];
  const { name, region, grafanaUrl } = environment;
  const query = new URLSearchParams({
    "var-environment": name,
    "var-region": region,
    // Its Managed Prometheus is the data source of that name (docs/grafana.md).
    "var-prometheus": name,
    from: run ? String(run.startedAt.getTime() - MARGIN_MS) : "now-3h",
    to: run?.finishedAt ? String(run.finishedAt.getTime() + MARGIN_MS) : "now",
  });
  return model.dashboards(spec.data).map(({ stack, dashboard }) => {
    const { uid, title } = DASHBOARDS[dashboard];
    return { stack, title, url: grafanaUrl === null ? null : `${grafanaUrl}/d/${uid}?${query}` };
  });
}
