import { createHash, type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";
import { canonicalJson, GENESIS_HASH } from "./chain";

/**
 * Bytes of a row's hash that a checkpoint keeps, to name the row that was changed: by chance one in 2^64
 * agrees.
 */
const KEPT_BYTES = 8;
/** The two copies of a checkpoint are written one after the other; one may lag behind for this long. */
const COPY_LAG_MS = 60_000;

const checkpointSchema = z.strictObject({
  /** From 1, without gaps. */
  number: z.number().int().positive(),
  at: z.iso.datetime(),
  /** The newest row that it covers, and that row's hash. */
  sequence: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The first bytes of the hash of every row since the checkpoint before, in base64. */
  rows: z.base64(),
  /** sha256 of the checkpoint before, as it stands in the file. */
  previous: z.string().regex(/^[0-9a-f]{64}$/),
  /** Ed25519 over all of the above, in base64. */
  signature: z.base64(),
});
/** What was said of the trail at a moment, by somebody whose key the database does not hold. */
export type Checkpoint = z.infer<typeof checkpointSchema>;

const bytesToSign = ({
  signature: _,
  ...said
}: Omit<Checkpoint, "signature"> & { signature?: string }): Buffer => Buffer.from(canonicalJson(said));

/** One line, the same in the file and in the database. */
export const toLine = (checkpoint: Checkpoint): string => canonicalJson(checkpoint);

/**
 * The next checkpoint.
 * @param rows those since the checkpoint before, in order and already found whole; at least one
 */
export function signCheckpoint(
  privateKey: KeyObject,
  before: Checkpoint | undefined,
  rows: readonly { sequence: bigint; hash: string }[],
  at: Date,
): Checkpoint {
  const head = rows.at(-1);
  if (!head) throw new RangeError("A checkpoint covers at least one row.");
  const said = {
    number: (before?.number ?? 0) + 1,
    at: at.toISOString(),
    sequence: Number(head.sequence),
    hash: head.hash,
    rows: Buffer.concat(rows.map(({ hash }) => keptOf(hash))).toString("base64"),
    previous: before ? hashOfLine(toLine(before)) : GENESIS_HASH,
  };
  return { ...said, signature: sign(null, bytesToSign(said), privateKey).toString("base64") };
}

const keptOf = (hash: string): Buffer => Buffer.from(hash, "hex").subarray(0, KEPT_BYTES);
const hashOfLine = (line: string): string => createHash("sha256").update(line).digest("hex");

/** A line, if it is a checkpoint that the owner of the key has signed; null for anything else. */
export function readCheckpoint(line: string, publicKey: KeyObject): Checkpoint | null {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return null;
  }
  const { data } = checkpointSchema.safeParse(json);
  if (!data || toLine(data) !== line) return null;
  return verify(null, bytesToSign(data), publicKey, Buffer.from(data.signature, "base64")) ? data : null;
}

/** The two places where checkpoints are kept. Whoever deletes one must delete it in both. */
export interface CheckpointCopies {
  file: readonly string[];
  database: readonly string[];
}

/**
 * All checkpoints that either copy has, in order.
 * @returns with the number of the first that was changed, forged, deleted from the middle, or is missing in
 * one of the copies
 */
export function readCheckpoints(
  { file, database }: CheckpointCopies,
  publicKey: KeyObject,
  now: Date,
): { checkpoints: Checkpoint[]; firstBad: number | null } {
  const bad: number[] = [];
  const found = new Map<number, Checkpoint>();
  // The copies agree but for what was done to one of them: each line is checked once.
  const read = new Map(
    [...new Set([...file, ...database])].map((line) => [line, readCheckpoint(line, publicKey)]),
  );
  const numbers = [file, database].map((lines) => {
    const ofCopy = new Set<number>();
    for (const [index, line] of lines.entries()) {
      const checkpoint = read.get(line);
      if (checkpoint) {
        ofCopy.add(checkpoint.number);
        found.set(checkpoint.number, checkpoint);
      } else bad.push(index + 1);
    }
    return ofCopy;
  });
  const checkpoints = [...found.values()].sort((a, b) => a.number - b.number);
  let previous = GENESIS_HASH;
  let expected = 1;
  for (const checkpoint of checkpoints) {
    if (checkpoint.number !== expected || checkpoint.previous !== previous) bad.push(expected);
    const isFresh = now.getTime() - Date.parse(checkpoint.at) < COPY_LAG_MS;
    if (!isFresh && !numbers.every((ofCopy) => ofCopy.has(checkpoint.number))) bad.push(checkpoint.number);
    expected = checkpoint.number + 1;
    previous = hashOfLine(toLine(checkpoint));
  }
  return { checkpoints, firstBad: bad.length > 0 ? Math.min(...bad) : null };
}

/** What checkpoints say of single rows. */
export interface Seals {
  /** The newest row that is covered; 0 when none is. */
  lastSequence: bigint;
  /**
   * Whether a row is not the one that was there when it was signed. False for one that no checkpoint covers.
   */
  contradicts(row: { sequence: bigint; hash: string }): boolean;
}

export function createSeals(checkpoints: readonly Checkpoint[]): Seals {
  const parts = checkpoints.map(({ sequence, hash, rows }) => {
    const kept = Buffer.from(rows, "base64");
    return { first: sequence - kept.length / KEPT_BYTES + 1, last: sequence, hash, kept };
  });
  return {
    lastSequence: BigInt(parts.at(-1)?.last ?? 0),
    contradicts: ({ sequence, hash }) => {
      const at = Number(sequence);
      const part = partOf(parts, at);
      if (!part) return false;
      if (at === part.last && hash !== part.hash) return true;
      const start = (at - part.first) * KEPT_BYTES;
      return !part.kept.subarray(start, start + KEPT_BYTES).equals(keptOf(hash));
    },
  };
}

/** By halves: they are in order. */
function partOf<Part extends { first: number; last: number }>(
  parts: readonly Part[],
  at: number,
): Part | undefined {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle] as Part).last < at) low = middle + 1;
    else high = middle;
  }
  const part = parts[low];
  return part && part.first <= at && at <= part.last ? part : undefined;
}
