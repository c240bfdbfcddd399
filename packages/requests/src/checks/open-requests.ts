import { message } from "@greenroom/messages";
import type { Transaction } from "@greenroom/prisma";
import { OPEN_REQUEST_STATUSES } from "../lifecycle";
import { MAX_OPEN_REQUESTS } from "../limits";
import { type Problem, problem } from "../problems";

/**
 * Whether one more request would be more than a person or a team may have open. Take the locks "openRequests"
 * before.
 */
export async function findOpenProblems(
  tx: Transaction,
  { userId, teamId }: { userId: string; teamId: string },
): Promise<Problem[]> {
  const status = { in: [...OPEN_REQUEST_STATUSES] };
  const ofPerson = await tx.request.count({ where: { requesterId: userId, status } });
  if (ofPerson >= MAX_OPEN_REQUESTS.person)
    return [problem("", message("tooManyOpen", { limit: MAX_OPEN_REQUESTS.person }))];
  const ofTeam = await tx.request.count({ where: { teamId, status } });
  return ofTeam >= MAX_OPEN_REQUESTS.team
    ? [problem("teamId", message("teamTooManyOpen", { limit: MAX_OPEN_REQUESTS.team }))]
    : [];
}
