import type { PersonView, TeamView } from "@greenroom/identity/schema";
import type { Prisma } from "@greenroom/prisma";
import type { EnvironmentStatus } from "../lifecycle";
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
  expiresAt: Date | null;
  createdAt: Date;
}

/** The row as pages see it. A team or person that was removed since is shown by its id. */
export function toEnvironmentRow(
  row: EnvironmentColumns,
  teams: ReadonlyMap<string, TeamView>,
  users: ReadonlyMap<string, PersonView>,
): EnvironmentRow {
  const { teamId, ownerId, stage, monthlyCostUsd, ...rest } = row;
  return {
    ...rest,
    stage: stage as Stage,
    monthlyCostUsd: monthlyCostUsd?.toString() ?? null,
    team: teams.get(teamId) ?? { id: teamId, slug: teamId, name: teamId, costCentre: "" },
    owner: users.get(ownerId) ?? { id: ownerId, name: ownerId, email: "" },
  };
}
