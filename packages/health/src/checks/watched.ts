import type { AccountPlace } from "@greenroom/cloud";
import type { Database } from "@greenroom/prisma";
import type { HealthState } from "../lifecycle";
import type { Fact } from "../schema";

/** What a check found: how many things it looked at, and what is wrong with which. */
export interface Finding {
  state: HealthState;
  count: number;
  facts: Fact[];
}

export const readWatched = (db: Database, environmentId: string) =>
  db.environment.findUniqueOrThrow({
    where: { id: environmentId },
    include: {
      cloudAccount: true,
      stacks: { where: { stackId: { not: null } }, orderBy: { position: "asc" } },
      health: true,
    },
  });
export type Watched = Awaited<ReturnType<typeof readWatched>>;

/** Where a stack of it is, and the way in. */
export function placeOf({ cloudAccount }: Pick<Watched, "cloudAccount">, region: string): AccountPlace {
  const { accountId, roleArn, externalId } = cloudAccount;
  return { accountId, region, access: { roleArn, externalId } };
}
