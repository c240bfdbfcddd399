import { createHash } from "node:crypto";

/** What a row of the trail says, without its place in the chain. */
export interface AuditContent {
  sequence: bigint;
  at: Date;
  actorId: string | null;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string;
  subjectName: string;
  teamId: string | null;
  reason: string | null;
  details: unknown;
}

export interface ChainedRow extends AuditContent {
  previousHash: string;
  hash: string;
}

/** What stands before the first row. */
export const GENESIS_HASH = "0".repeat(64);

/**
 * JSON with sorted keys and no spaces: the same value always gives the same text, whatever order a database
 * kept it in. As in JSON, a key that is undefined is left out, and an item that is undefined is null.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

/** sha256 in hex over the hash before and everything the row says. */
export function hashRow(previousHash: string, content: AuditContent): string {
  const { sequence, at, actorId, actorName, action, subjectType, subjectId, subjectName, teamId, reason } =
    content;
  const said = canonicalJson({
    sequence: String(sequence),
    at: at.toISOString(),
    actorId,
    actorName,
    action,
    subjectType,
    subjectId,
    subjectName,
    teamId,
    reason,
    details: content.details,
  });
  return createHash("sha256").update(previousHash).update("\n").update(said).digest("hex");
}

/** Where a verification stands: the next row must have this number and carry this hash. */
export interface ChainPosition {
  sequence: bigint;
  hash: string;
}
export const CHAIN_START: ChainPosition = { sequence: 0n, hash: GENESIS_HASH };

/**
 * Follows the chain over rows in order of their numbers.
 * @param contradicts whether something outside the chain says that a row is not what it was
 * @returns the position after the last row, or the first number that is wrong: changed, missing, or out of
 * its place
 */
export function followChain(
  from: ChainPosition,
  rows: readonly ChainedRow[],
  contradicts: (row: ChainedRow) => boolean = () => false,
): { isIntact: true; end: ChainPosition } | { isIntact: false; badSequence: bigint } {
  let position = from;
  for (const row of rows) {
    const expected = position.sequence + 1n;
    const isInPlace =
      row.sequence === expected &&
      row.previousHash === position.hash &&
      row.hash === hashRow(row.previousHash, row) &&
      !contradicts(row);
    if (!isInPlace) return { isIntact: false, badSequence: expected };
    position = { sequence: row.sequence, hash: row.hash };
  }
  return { isIntact: true, end: position };
}
