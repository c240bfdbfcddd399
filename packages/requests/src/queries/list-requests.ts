import { afterCursor, writeCursor } from "@greenroom/environments";
import { may, visibleTeamIds } from "@greenroom/identity";
import type { Actor } from "@greenroom/identity/schema";
import type { Database, Prisma } from "@greenroom/prisma";
import type { z } from "zod";
import type { listRequestsInputSchema, RequestRow } from "../schema";
import { toRequestRows } from "./to-request-rows";

/** A page of the requests of the actor's teams, newest first. */
export async function listRequests(
  deps: { db: Database },
  actor: Actor,
  input: z.infer<typeof listRequestsInputSchema>,
): Promise<{ items: RequestRow[]; nextCursor: string | null }> {
  const teamIds = visibleTeamIds(actor);
  const requests = await deps.db.request.findMany({
    where: {
      AND: [
        teamIds === null ? {} : { teamId: { in: teamIds } },
        input.statuses?.length ? { status: { in: input.statuses } } : {},
        input.awaitingMe ? awaiting(actor, teamIds) : {},
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

/** What the actor may decide on now: planned, of a team they decide for, and not their own. */
function awaiting(actor: Actor, teamIds: string[] | null): Prisma.RequestWhereInput {
  const deciding = teamIds?.filter((teamId) => may(actor, "request.decide", { teamId }));
  return {
    status: "PENDING_APPROVAL",
    requesterId: { not: actor.userId },
    teamId: deciding ? { in: deciding } : undefined,
  };
}
