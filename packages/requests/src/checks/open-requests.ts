import { message } from "@greenroom/messages";
import { lock, type Transaction } from "@greenroom/prisma";
import { OPEN_REQUEST_STATUSES } from "../lifecycle";
import { MAX_OPEN_REQUESTS } from "../limits";
import { type Problem, problem } from "../problems";

interface Asking {
  userId: string;
  teamId: string;
}

/** Lets one transaction at a time count what a person, and what a team, has open, and add to it. */
export async function lockOpenRequests(tx: Transaction, { userId, teamId }: Asking): Promise<void> {
  for (const whose of [`person ${userId}`, `team ${teamId}`]) await lock(tx, "openRequests", whose);
}

/** Whether one more request would be more than a person or a team may have open. Call `lockOpenRequests` before. */
export async function findOpenProblems(tx: Transaction, { userId, teamId }: Asking): Promise<Problem[]> {
  const status = { in: [...OPEN_REQUEST_STATUSES] };
  const ofPerson = await tx.request.count({ where: { requesterId: userId, status } });
  if (ofPerson >= MAX_OPEN_REQUESTS.person)
    return [problem("", message("tooManyOpen", { limit: MAX_OPEN_REQUESTS.person }))];
  const ofTeam = await tx.request.count({ where: { teamId, status } });
  return ofTeam >= MAX_OPEN_REQUESTS.team
    ? [problem("teamId", message("teamTooManyOpen", { limit: MAX_OPEN_REQUESTS.team }))]
    : [];
}
