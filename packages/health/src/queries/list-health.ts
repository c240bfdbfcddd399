import { visibleTeamIds } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import { z } from "zod";
import { isWatched, overallState } from "../lifecycle";
import { checkSchema, type HealthRow } from "../schema";

/** The state of each of these environments that the actor sees. One that was never looked at is UNKNOWN. */
export async function listHealth(
  { db, now }: { db: Database; now: () => Date },
  actor: Actor,
  { environmentIds }: { environmentIds: string[] },
): Promise<HealthRow[]> {
  const teamIds = visibleTeamIds(actor);
  const rows = await db.environment.findMany({
    where: { id: { in: environmentIds }, ...(teamIds && { teamId: { in: teamIds } }) },
    select: { id: true, status: true, health: { select: { checks: true } } },
  });
  const at = now();
  return rows.map(({ id, status, health }) => ({
    environmentId: id,
    state: isWatched(status)
      ? overallState(z.array(checkSchema).parse(health?.checks ?? []), at).state
      : "UNKNOWN",
  }));
}
