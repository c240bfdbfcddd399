import { loadActor } from "@greenroom/identity";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import type { approveRequest } from "../../packages/requests/src/commands/approve-request";

export type BenchDeps = Parameters<typeof approveRequest>[0];

/** Demo people who ask and decide, and where they build. */
export interface People {
  requester: Actor;
  approver: Actor;
  teamId: string;
  cloudAccountId: string;
}

export async function findPeople(db: Database): Promise<People> {
  const deps = { db, now: () => new Date() };
  const requester = await loadActor(deps, { issuer: "demo", subject: "rina" });
  const approver = await loadActor(deps, { issuer: "demo", subject: "marco" });
  const account = await db.cloudAccount.findFirstOrThrow({ orderBy: { accountId: "asc" } });
  const teamId = requester?.memberships[0]?.teamId;
  if (!requester || !approver || !teamId)
    throw new Error("The demo people are missing: the stack was not seeded.");
  return { requester, approver, teamId, cloudAccountId: account.id };
}

/** Asks every 20 ms until there is an answer; gives up after a minute. */
export async function until<Answer>(ask: () => Promise<Answer | null>): Promise<Answer> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    const answer = await ask();
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("Nothing came within a minute: read the worker's log.");
}
