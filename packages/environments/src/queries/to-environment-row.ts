import type { PersonView, TeamView } from "@greenroom/identity/schema";
import type { Prisma } from "@greenroom/prisma";
import { ENVIRONMENT_TRANSITIONS, type EnvironmentStatus } from "../lifecycle";
import type { EnvironmentRow, Stage } from "../schema";

interface EnvironmentColumns {
  id: string;
  name: string;
  status: EnvironmentStatus;
  version: number;
  teamId: string;
  ownerId: string;
  region: string;
  stage: string;
  blueprint: string;
  monthlyCostUsd: Prisma.Decimal | null;
  approvedMonthlyUsd: Prisma.Decimal | null;
  isCostAtLeast: boolean;
  readyAt: Date | null;
  expiresAt: Date | null;
  createdAt: Date;
}

/** The row as pages see it. A team or person that was removed since is shown by its id. */
export function toEnvironmentRow(
  row: EnvironmentColumns,
  teams: ReadonlyMap<string, TeamView>,
  users: ReadonlyMap<string, PersonView>,
): EnvironmentRow {
  const { teamId, ownerId, stage, monthlyCostUsd, approvedMonthlyUsd, readyAt, ...rest } = row;
  return {
    ...rest,
    stage: stage as Stage,
    ...monthlyCost(row),
    isBuilt: readyAt !== null,
    team: teams.get(teamId) ?? { id: teamId, slug: teamId, name: teamId, costCentre: "" },
    owner: users.get(ownerId) ?? { id: ownerId, name: ownerId, email: "" },
  };
}

/** The same figure that budgets and the dashboard count for it (`readExpectedMonths` of costs). */
function monthlyCost({ status, monthlyCostUsd, approvedMonthlyUsd }: EnvironmentColumns) {
  const { cost } = ENVIRONMENT_TRANSITIONS[status];
  const isDearer = approvedMonthlyUsd !== null && !monthlyCostUsd?.greaterThanOrEqualTo(approvedMonthlyUsd);
  const isCostAtMost = cost === "approved" && isDearer;
  const usd = isCostAtMost ? approvedMonthlyUsd : monthlyCostUsd;
  return { monthlyCostUsd: cost === "none" ? null : (usd?.toString() ?? null), isCostAtMost };
}
