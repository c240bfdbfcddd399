import { dashboardLinks } from "@greenroom/environments";
import type { DashboardLink } from "@greenroom/environments/schema";
import type { Database } from "@greenroom/prisma";
import type { RunColumns } from "./to-run-row";

/** The Grafana dashboards that show what a run does to its environment; a plan does nothing to it. */
export async function findDashboards(
  db: Database,
  { kind, environmentId, startedAt, queuedAt, finishedAt }: RunColumns,
): Promise<DashboardLink[]> {
  if (kind === "PLAN" || environmentId === null) return [];
  const environment = await db.environment.findUnique({
    where: { id: environmentId },
    select: {
      name: true,
      region: true,
      blueprint: true,
      spec: true,
      cloudAccount: { select: { grafanaUrl: true } },
    },
  });
  const grafanaUrl = environment?.cloudAccount.grafanaUrl;
  if (!grafanaUrl) return [];
  return dashboardLinks({ ...environment, grafanaUrl }, { startedAt: startedAt ?? queuedAt, finishedAt });
}
