import { type Database, type Transaction, transaction, tryLock } from "@greenroom/prisma";
import { CHAIN_START, type ChainedRow, followChain } from "../chain";
import { type Checkpoint, readCheckpoint, readCheckpoints, signCheckpoint, toLine } from "../checkpoint";
import type { SigningFolder } from "../checkpoint-folder";
import { CHECKPOINT_MS, CHECKPOINT_ROWS } from "../limits";

interface SignerDeps {
  db: Database;
  now: () => Date;
  log: {
    info(fields: object, message: string): void;
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
}

export interface CheckpointSigner {
  /**
   * Signs the head of the trail when a thousand rows have come, or some have waited for an hour. First puts
   * back into the file or the database what only the other, or this process, still knows. Of several workers
   * one signs.
   * @returns the checkpoints that were signed
   */
  sign(): Promise<Checkpoint[]>;
}

/** Signs for as long as its process lives, and remembers what it has signed. */
export function createCheckpointSigner(deps: SignerDeps, folder: SigningFolder): CheckpointSigner {
  const own = new Map<number, string>();
  let last: Checkpoint | undefined;
  return {
    sign: async () => {
      const file = await folder.readLines();
      if (last && file.length === last.number && (await isQuiet(deps, last))) return [];
      const { fresh, missing } = await transaction(deps.db, async (tx) => {
        const [turn] = await tx.$queryRaw<{ isOurs: boolean }[]>`SELECT ${tryLock("checkpoint")} AS "isOurs"`;
        if (!turn?.isOurs) return { fresh: [], missing: [] };
        const database = await readDatabaseLines(tx);
        const known = knownLines([file, database, [...own.values()]], folder);
        const { checkpoints, firstBad } = readCheckpoints(
          { file: known, database: known },
          folder.publicKey,
          deps.now(),
        );
        if (firstBad !== null) {
          deps.log.error(
            { checkpoint: firstBad },
            "A checkpoint of the audit trail is lost: nothing is signed on top.",
          );
          return { fresh: [], missing: [] };
        }
        const signed = await signNext(tx, deps, folder, checkpoints);
        last = signed.at(-1) ?? checkpoints.at(-1);
        const all = [...known, ...signed.map(toLine)];
        await keepInDatabase(tx, all, database);
        return { fresh: signed, missing: all.filter((line) => !file.includes(line)) };
      });
      const putBack = missing.length - fresh.length;
      if (putBack > 0)
        deps.log.warn({ putBack }, "Checkpoints were missing in the file and have been put back.");
      if (missing.length > 0) await folder.append(missing);
      for (const checkpoint of fresh) {
        own.set(checkpoint.number, toLine(checkpoint));
        const { rows: _, ...said } = checkpoint;
        deps.log.info({ checkpoint: said }, "The audit trail's head was signed.");
      }
      return fresh;
    },
  };
}

/** Nothing is due, and nothing is missing in the database: most of the time, and told by one short read. */
async function isQuiet({ db, now }: SignerDeps, { number, sequence }: Checkpoint): Promise<boolean> {
  const [seen] = await db.$queryRaw<{ checkpoints: number; rows: number; oldest: Date | null }[]>`
    SELECT (SELECT count(*)::int FROM "AuditCheckpoint") AS checkpoints,
      (SELECT coalesce(max("sequence"), 0) - ${sequence}::bigint FROM "AuditEvent")::int AS rows,
      (SELECT "at" FROM "AuditEvent" WHERE "sequence" > ${sequence}::bigint ORDER BY "sequence" LIMIT 1) AS oldest`;
  if (!seen || seen.checkpoints !== number || seen.rows < 0 || seen.rows >= CHECKPOINT_ROWS) return false;
  return seen.oldest === null || now().getTime() - seen.oldest.getTime() < CHECKPOINT_MS;
}

const readDatabaseLines = async (tx: Transaction): Promise<string[]> =>
  (await tx.auditCheckpoint.findMany({ orderBy: { number: "asc" } })).map(({ line }) => line);

/** Every true checkpoint that anybody knows, once and in order. */
function knownLines(copies: readonly (readonly string[])[], { publicKey }: SigningFolder): string[] {
  const lines = new Map<number, string>();
  for (const line of copies.flat()) {
    const checkpoint = readCheckpoint(line, publicKey);
    if (checkpoint) lines.set(checkpoint.number, line);
  }
  return [...lines].sort(([a], [b]) => a - b).map(([, line]) => line);
}

async function keepInDatabase(
  tx: Transaction,
  all: readonly string[],
  database: readonly string[],
): Promise<void> {
  const data = all
    .map((line, index) => ({ number: index + 1, line }))
    .filter(({ line }) => !database.includes(line));
  // A number that is taken by something else is for the audit page to tell.
  if (data.length > 0) await tx.auditCheckpoint.createMany({ data, skipDuplicates: true });
}

/** As many as are due. A trail that no longer goes on from what was signed is not signed again. */
async function signNext(
  tx: Transaction,
  { now, log }: SignerDeps,
  { privateKey }: SigningFolder,
  before: readonly Checkpoint[],
): Promise<Checkpoint[]> {
  const fresh: Checkpoint[] = [];
  for (;;) {
    const last = fresh.at(-1) ?? before.at(-1);
    const from = last ? { sequence: BigInt(last.sequence), hash: last.hash } : CHAIN_START;
    const rows: ChainedRow[] = await tx.auditEvent.findMany({
      where: { sequence: { gt: from.sequence } },
      orderBy: { sequence: "asc" },
      take: CHECKPOINT_ROWS,
    });
    const oldest = rows[0];
    if (!oldest && last && (await isCut(tx, last))) {
      log.error(
        { sequence: String(last.sequence) },
        "Signed rows of the audit trail are gone. Nothing is signed.",
      );
      return fresh;
    }
    const isDue =
      oldest !== undefined &&
      (rows.length === CHECKPOINT_ROWS || !last || now().getTime() - oldest.at.getTime() >= CHECKPOINT_MS);
    if (!isDue) return fresh;
    const followed = followChain(from, rows);
    if (!followed.isIntact) {
      const sequence = String(followed.badSequence);
      log.error(
        { sequence },
        "The audit trail does not go on from its last checkpoint: it was changed. Nothing is signed.",
      );
      return fresh;
    }
    fresh.push(signCheckpoint(privateKey, last, rows, now()));
  }
}

/** Whether the row that was signed last is not there any more. */
async function isCut(tx: Transaction, { sequence, hash }: Checkpoint): Promise<boolean> {
  return (await tx.auditEvent.count({ where: { sequence: BigInt(sequence), hash } })) === 0;
}
