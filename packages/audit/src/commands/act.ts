import { AppError, isAppError } from "@greenroom/errors";
import { lockActor, notSignedIn } from "@greenroom/identity";
import type { ActingActor, Actor } from "@greenroom/identity/schema";
import { type Database, type Transaction, transaction } from "@greenroom/prisma";
import { type AuditEntry, appendAudit, batchAudit } from "./append-audit";

/** How often a command begins anew because roles of its actor changed under it. */
const MAX_ATTEMPTS = 3;

interface ActDeps {
  db: Database;
  now: () => Date;
}
type Work<Result> = (tx: Transaction, actor: ActingActor) => Promise<Result>;

/** Decided for somebody who is no longer what they were: nothing of it may stay. */
class RightsMoved extends Error {
  constructor(
    readonly attempted: AuditEntry | undefined,
    /** The actor as they are now; null for somebody disabled or signed out. */
    readonly current: Actor | null,
  ) {
    super("The actor's rights have changed while a command was under way.");
  }
}

/**
 * The transaction of a command, in which a person does something. `work` checks permissions, locks, writes
 * and names the audit rows. At the very end, when there is nothing left to wait for, the person is read again
 * and locked until the commit. When they have lost or gained a role meanwhile, `work` is undone and done anew
 * for who they are now, and so refuses by itself what they may no longer; when they were disabled or signed
 * out, it is refused here. The audit trail tells of either.
 *
 * @param work may run several times, so it must have no effect outside the database
 * @throws what `work` throws, or UNAUTHENTICATED
 */
export async function act<Result>(deps: ActDeps, actor: Actor, work: Work<Result>): Promise<Result> {
  let current = actor;
  let attempted: AuditEntry | undefined;
  try {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      try {
        return await attemptOnce(deps, current, work);
      } catch (error) {
        if (!(error instanceof RightsMoved)) throw error;
        attempted = error.attempted ?? attempted;
        if (error.current === null) throw notSignedIn();
        current = error.current;
      }
    }
    throw rightsUnsteady();
  } catch (error) {
    if (attempted) await recordRefusal(deps, actor, attempted, error);
    throw error;
  }
}

function attemptOnce<Result>({ db, now }: ActDeps, actor: Actor, work: Work<Result>): Promise<Result> {
  return transaction(db, async (tx) => {
    let attempted: AuditEntry | undefined;
    const result = await batchAudit(tx, async (entries) => {
      const done = await work(tx, actor as ActingActor);
      attempted = entries.at(-1);
      return done;
    });
    const current = await lockActor(tx, actor, now());
    if (current === null || rolesOf(current) !== rolesOf(actor)) throw new RightsMoved(attempted, current);
    return result;
  });
}

const rolesOf = ({ memberships }: Actor): string =>
  memberships
    .map(({ teamId, role }) => `${teamId} ${role}`)
    .sort()
    .join();

/** In a transaction of its own, since that of the command is undone. */
function recordRefusal(
  { db, now }: ActDeps,
  actor: Actor,
  attempted: AuditEntry,
  refusal: unknown,
): Promise<void> {
  return transaction(db, (tx) =>
    appendAudit(tx, {
      actor: actor as ActingActor,
      action: "person.refused",
      subject: { id: actor.userId, name: actor.name },
      teamId: attempted.teamId,
      details: {
        attempted: attempted.action,
        of: attempted.subject.name,
        code: isAppError(refusal) ? refusal.code : "INTERNAL",
      },
      now: now(),
    }),
  );
}

function rightsUnsteady(): AppError {
  return new AppError("rightsUnsteady");
}
