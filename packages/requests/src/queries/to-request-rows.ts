import type { Stage } from "@greenroom/environments/schema";
import { listTeamsByIds, listUsersByIds } from "@greenroom/identity";
import { type Database, Prisma } from "@greenroom/prisma";
import type { RequestRow } from "../schema";
import { leavesOut } from "./planned-cost";
import type { RequestRecord } from "./request-access";

type RowColumns = Omit<RequestRecord, "spec" | "reason">;

interface PlannedCosts {
  runId: string;
  after: string | null;
  before: string | null;
  isLeastAfter: boolean;
  isLeastBefore: boolean;
}

/** Rows as pages see them, with names and with the price after and before, in the same order. */
export async function toRequestRows(db: Database, requests: readonly RowColumns[]): Promise<RequestRow[]> {
  const planRunIds = requests.flatMap((request) => request.planRunId ?? []);
  const [teams, users, costs] = await Promise.all([
    listTeamsByIds(
      db,
      requests.map((request) => request.teamId),
    ),
    listUsersByIds(
      db,
      requests.map((request) => request.requesterId),
    ),
    // Two figures of each estimate, not the estimates: those are hundreds of kilobytes on a page of fifty.
    planRunIds.length === 0
      ? []
      : db.$queryRaw<PlannedCosts[]>`
          SELECT "runId", "estimate" #>> '{monthlyUsd,expected}' AS "after",
            "estimateBefore" #>> '{monthlyUsd,expected}' AS "before",
            ${leavesOut(Prisma.sql`"estimate"`)} AS "isLeastAfter",
            ${leavesOut(Prisma.sql`"estimateBefore"`)} AS "isLeastBefore"
          FROM "Plan" WHERE "runId" = ANY(${planRunIds})`,
  ]);
  const costByRun = new Map(costs.map((cost) => [cost.runId, cost]));
  return requests.map((request) => {
    const cost = request.planRunId ? costByRun.get(request.planRunId) : undefined;
    const { teamId, requesterId } = request;
    return {
      id: request.id,
      number: request.number,
      kind: request.kind,
      status: request.status,
      requester: users.get(requesterId) ?? { id: requesterId, name: requesterId, email: "" },
      team: teams.get(teamId) ?? { id: teamId, slug: teamId, name: teamId, costCentre: "" },
      environmentId: request.environmentId,
      environmentName: request.environmentName,
      stage: request.stage as Stage,
      region: request.region,
      blueprint: request.blueprint,
      monthlyCostUsd: cost?.after ?? null,
      monthlyCostBeforeUsd: cost?.before ?? null,
      isCostAtLeast: cost?.isLeastAfter ?? false,
      isCostBeforeAtLeast: cost?.isLeastBefore ?? false,
      createdAt: request.createdAt,
      closedAt: request.closedAt,
    };
  });
}
