import { AppError } from "@greenroom/errors";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import { CHAIN_START, followChain } from "../chain";
import { type Checkpoint, createSeals, readCheckpoints } from "../checkpoint";
import type { CheckpointFolder } from "../checkpoint-folder";
import { CHECKPOINT_GRACE_MS, CHECKPOINT_MS, CHECKPOINT_ROWS, VERIFY_PAGE_SIZE } from "../limits";
import type { ChainVerdict } from "../schema";

interface VerifyDeps {
  db: Database;
  now: () => Date;
  /** Absent where no worker signs. */
  checkpoints?: CheckpointFolder | null;
}

/**
 * Recomputes the whole chain and holds it against the signed checkpoints: whatever was changed, swapped, put
 * in or cut off up to the newest checkpoint is found, also when all later hashes were made anew, and the
 * first such row is named. Of rows after that checkpoint, a change that leaves the hashes as they were is
 * found, and nothing else.
 * @throws FORBIDDEN for somebody without any team
 */
export async function verifyChain(deps: VerifyDeps, actor: Actor): Promise<ChainVerdict> {
  if (actor.memberships.length === 0) {
    throw new AppError("noMembership");
  }
  // Before the rows: every row that a checkpoint covers is then among them.
  const { checkpoints, firstBad } = await readAllCheckpoints(deps);
  const { checked, badSequence, uncoveredSince } = await followRows(deps.db, checkpoints);
  const newest = checkpoints.at(-1);
  const uncovered = Math.max(0, checked - (newest?.sequence ?? 0));
  const waitedMs = uncoveredSince ? deps.now().getTime() - uncoveredSince.getTime() : 0;
  return {
    isIntact: badSequence === null && firstBad === null,
    checked,
    firstBadSequence: badSequence,
    firstBadCheckpoint: firstBad,
    checkpoint: newest ? { number: newest.number, sequence: newest.sequence, at: newest.at } : null,
    uncovered,
    isOverdue:
      deps.checkpoints != null &&
      (waitedMs > CHECKPOINT_MS + CHECKPOINT_GRACE_MS || uncovered > 2 * CHECKPOINT_ROWS),
  };
}

async function readAllCheckpoints({
  db,
  now,
  checkpoints,
}: VerifyDeps): Promise<{ checkpoints: Checkpoint[]; firstBad: number | null }> {
  const publicKey = await checkpoints?.readPublicKey();
  if (!checkpoints || !publicKey) return { checkpoints: [], firstBad: null };
  const [file, rows] = await Promise.all([
    checkpoints.readLines(),
    db.auditCheckpoint.findMany({ orderBy: { number: "asc" } }),
  ]);
  return readCheckpoints({ file, database: rows.map(({ line }) => line) }, publicKey, now());
}

async function followRows(
  db: Database,
  checkpoints: readonly Checkpoint[],
): Promise<{ checked: number; badSequence: number | null; uncoveredSince: Date | null }> {
  const seals = createSeals(checkpoints);
  let position = CHAIN_START;
  let uncoveredSince: Date | null = null;
  for (let isFirst = true; ; isFirst = false) {
    const rows = await db.auditEvent.findMany({
      // The first page from the very beginning: nothing may stand before the first row.
      where: isFirst ? {} : { sequence: { gt: position.sequence } },
      orderBy: { sequence: "asc" },
      take: VERIFY_PAGE_SIZE,
    });
    const result = followChain(position, rows, seals.contradicts);
    if (!result.isIntact) {
      const badSequence = Number(result.badSequence);
      return { checked: badSequence - 1, badSequence, uncoveredSince };
    }
    uncoveredSince ??= rows.find(({ sequence }) => sequence > seals.lastSequence)?.at ?? null;
    position = result.end;
    if (rows.length < VERIFY_PAGE_SIZE) {
      const checked = Number(position.sequence);
      const isCut = position.sequence < seals.lastSequence;
      return { checked, badSequence: isCut ? checked + 1 : null, uncoveredSince };
    }
  }
}
