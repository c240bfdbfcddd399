import { afterCursor, writeCursor } from "@greenroom/environments";
import { may, visibleTeamIds } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database, Prisma } from "@greenroom/prisma";
import type { z } from "zod";
import type { listRequestsInputSchema, RequestRow } from "../schema";
import { findHeldFrom } from "./find-budget-hold";
import { toRequestRows } from "./to-request-rows";

/** A page of the requests of the actor's teams, newest first. */
export async function listRequests(
  deps: { db: Database },
  actor: Actor,
  input: z.infer<typeof listRequestsInputSchema>,
): Promise<{ items: RequestRow[]; nextCursor: string | null }> {
  const teamIds = visibleTeamIds(actor);
  const waiting = input.awaitingMe ? await awaiting(deps.db, actor, teamIds) : {};
  const requests = await deps.db.request.findMany({
    where: {
      AND: [
        teamIds === null ? {} : { teamId: { in: teamIds } },
        input.statuses?.length ? { status: { in: input.statuses } } : {},
        waiting,
        input.mine ? { requesterId: actor.userId } : {},
        input.environmentId ? { environmentId: input.environmentId } : {},
        afterCursor(input.cursor),
      ],
    },
    omit: { spec: true, reason: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: input.limit + 1,
  });
  const page = requests.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: await toRequestRows(deps.db, page),
    nextCursor: last && requests.length > input.limit ? writeCursor(last) : null,
  };
}

/**
 * What the actor may approve now: planned, of a team they decide for, not their own, and held from them by no
 * budget.
 */
async function awaiting(
  db: Database,
  actor: Actor,
  teamIds: string[] | null,
): Promise<Prisma.RequestWhereInput> {
  const deciding = teamIds?.filter((teamId) => may(actor, "request.decide", { teamId }));
  const waiting = {
    status: "PENDING_APPROVAL" as const,
    requesterId: { not: actor.userId },
    teamId: deciding ? { in: deciding } : undefined,
  };
  return deciding?.length === 0
    ? waiting
    : { ...waiting, id: { notIn: await findHeldFrom(db, actor, waiting) } };
}
