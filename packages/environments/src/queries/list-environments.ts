import { listTeamsByIds, listUsersByIds } from "@greenroom/identity";
import { visibleTeamIds } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database, Prisma } from "@greenroom/prisma";
import { afterCursor, writeCursor } from "../cursor";
import type { EnvironmentRow, ListEnvironmentsInput } from "../schema";
import { toEnvironmentRow } from "./to-environment-row";

const ROW_COLUMNS = {
  id: true,
  name: true,
  status: true,
  version: true,
  teamId: true,
  ownerId: true,
  region: true,
  stage: true,
  blueprint: true,
  monthlyCostUsd: true,
  approvedMonthlyUsd: true,
  isCostAtLeast: true,
  readyAt: true,
  expiresAt: true,
  createdAt: true,
} as const satisfies Prisma.EnvironmentSelect;

/**
 * A page of the environments of the actor's teams, newest first. Pages by key, so the last is as fast as the
 * first.
 */
export async function listEnvironments(
  deps: { db: Database },
  actor: Actor,
  input: ListEnvironmentsInput,
): Promise<{ items: EnvironmentRow[]; nextCursor: string | null }> {
  const teamIds = visibleTeamIds(actor);
  const rows = await deps.db.environment.findMany({
    where: {
      AND: [
        teamIds === null ? {} : { teamId: { in: teamIds } },
        input.teamId ? { teamId: input.teamId } : {},
        afterCursor(input.cursor),
      ],
      name: input.search ? { contains: input.search.toLowerCase() } : undefined,
      status: statusFilter(input),
      stage: input.stage,
      ownerId: input.ownerId,
    },
    select: ROW_COLUMNS,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const [teams, users] = await Promise.all([
    listTeamsByIds(
      deps.db,
      page.map((row) => row.teamId),
    ),
    listUsersByIds(
      deps.db,
      page.map((row) => row.ownerId),
    ),
  ]);
  const last = page.at(-1);
  return {
    items: page.map((row) => toEnvironmentRow(row, teams, users)),
    nextCursor: last && rows.length > input.limit ? writeCursor(last) : null,
  };
}

function statusFilter(input: ListEnvironmentsInput): Prisma.EnvironmentWhereInput["status"] {
  if (input.statuses && input.statuses.length > 0) return { in: input.statuses };
  return input.includeDestroyed ? undefined : { not: "DESTROYED" };
}
