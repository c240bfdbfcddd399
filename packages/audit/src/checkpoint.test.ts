import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHAIN_START, type ChainedRow, followChain, GENESIS_HASH, hashRow } from "./chain";
import {
  type Checkpoint,
  type CheckpointCopies,
  createSeals,
  readCheckpoints,
  signCheckpoint,
  toLine,
} from "./checkpoint";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const stranger = generateKeyPairSync("ed25519").privateKey;
const SIGNED_AT = new Date("2026-05-01T10:00:00Z");
/** Long after both copies must agree. */
const NOW = new Date("2026-05-01T12:00:00Z");

/** A chain over these texts, numbered from 1. */
function chainOf(reasons: readonly string[]): ChainedRow[] {
  return rehash(
    reasons.map((reason, index) => ({
      actorId: "a",
      actorName: "A",
      action: "request.approved",
      subjectType: "request",
      subjectId: "r",
      subjectName: "#1 shop",
      teamId: "t",
      details: {},
      at: SIGNED_AT,
      previousHash: "",
      hash: "",
      sequence: BigInt(index + 1),
      reason: `${index}: ${reason}`,
    })),
  );
}

/** Numbers and hashes made anew from the first row on, as somebody would who may write whatever they want. */
function rehash(rows: readonly ChainedRow[]): ChainedRow[] {
  let previousHash = GENESIS_HASH;
  return rows.map((row, index) => {
    const content = { ...row, sequence: BigInt(index + 1) };
    const hash = hashRow(previousHash, content);
    const chained = { ...content, previousHash, hash };
    previousHash = hash;
    return chained;
  });
}

interface SignedTrail {
  rows: ChainedRow[];
  copies: CheckpointCopies;
}
function signed(rows: ChainedRow[], cuts: readonly number[]): SignedTrail {
  const checkpoints: Checkpoint[] = [];
  let from = 0;
  for (const cut of [...new Set(cuts)].sort((a, b) => a - b)) {
    checkpoints.push(signCheckpoint(privateKey, checkpoints.at(-1), rows.slice(from, cut), SIGNED_AT));
    from = cut;
  }
  const lines = checkpoints.map(toLine);
  return { rows, copies: { file: lines, database: lines } };
}

/** The same judgement as the query's, over rows in memory. */
function judge({ rows, copies }: SignedTrail) {
  const { checkpoints, firstBad } = readCheckpoints(copies, publicKey, NOW);
  const seals = createSeals(checkpoints);
  const followed = followChain(CHAIN_START, rows, seals.contradicts);
  const end = followed.isIntact ? followed.end.sequence : 0n;
  const badRow = !followed.isIntact
    ? Number(followed.badSequence)
    : end < seals.lastSequence
      ? Number(end) + 1
      : null;
  return { badRow, badCheckpoint: firstBad, covered: Number(seals.lastSequence) };
}

const signedTrail = fc
  .array(fc.string({ maxLength: 5 }), { minLength: 4, maxLength: 30 })
  .chain((reasons) =>
    fc.tuple(
      fc.constant(chainOf(reasons)),
      fc.array(fc.integer({ min: 1, max: reasons.length }), { minLength: 1, maxLength: 4 }),
    ),
  )
  .map(([rows, cuts]) => signed(rows, cuts));
const trailAndRow = signedTrail.chain((made) =>
  fc.tuple(fc.constant(made), fc.integer({ min: 0, max: judge(made).covered - 1 })),
);

describe("a trail with signed checkpoints", () => {
  it("is whole as it was written, however often it was signed", () => {
    fc.assert(
      fc.property(signedTrail, (made) => {
        expect(judge(made)).toMatchObject({ badRow: null, badCheckpoint: null });
      }),
    );
  });

  const forged = (row: ChainedRow): ChainedRow => ({ ...row, reason: `${row.reason}, forged` });
  /** What somebody may do who owns the database: each names the first row that is then wrong. */
  const tampering: Record<
    string,
    (rows: ChainedRow[], index: number) => { rows: ChainedRow[]; first: number }
  > = {
    "an edit": (rows, index) => ({ rows: rows.with(index, forged(rows[index]!)), first: index }),
    "an edit with all hashes made anew": (rows, index) => ({
      rows: rehash(rows.with(index, forged(rows[index]!))),
      first: index,
    }),
    "a deletion": (rows, index) => ({ rows: rows.toSpliced(index, 1), first: index }),
    "a deletion, numbered and hashed anew": (rows, index) => ({
      rows: rehash(rows.toSpliced(index, 1)),
      first: index,
    }),
    "a cut at the newest end": (rows, index) => ({ rows: rows.slice(0, index), first: index }),
    "a cut, grown again with something else": (rows, index) => ({
      rows: rehash([...rows.slice(0, index), ...rows.slice(index).map(forged)]),
      first: index,
    }),
    "a swap": (rows, index) => {
      const [one, two] = [rows[index]!, rows[index + 1] ?? rows[0]!];
      const swapped = rows.map((row) =>
        row === one
          ? { ...two, sequence: one.sequence }
          : row === two
            ? { ...one, sequence: two.sequence }
            : row,
      );
      return { rows: swapped, first: Math.min(index, rows.indexOf(two)) };
    },
    "a swap, hashed anew": (rows, index) => {
      const [one, two] = [rows[index]!, forged(rows[index + 1] ?? rows[0]!)];
      const other = rows[index + 1] ? index + 1 : 0;
      if (other === index) return { rows: rehash([two]), first: 0 };
      return { rows: rehash(rows.with(index, two).with(other, one)), first: Math.min(index, other) };
    },
    "a row put in": (rows, index) => ({ rows: rows.toSpliced(index, 0, forged(rows[index]!)), first: index }),
    "a row put in, numbered and hashed anew": (rows, index) => ({
      rows: rehash(rows.toSpliced(index, 0, forged(rows[index]!))),
      first: index,
    }),
    "a row put before the first": (rows) => ({ rows: [{ ...rows[0]!, sequence: 0n }, ...rows], first: 0 }),
    "all of it gone": () => ({ rows: [], first: 0 }),
  };
  it.each(Object.keys(tampering))("names the first row that is wrong after %s", (name) => {
    fc.assert(
      fc.property(trailAndRow, ([made, index]) => {
        const { rows, first } = tampering[name]!(made.rows, index);
        expect(judge({ ...made, rows }).badRow).toBe(first + 1);
      }),
      { numRuns: 30 },
    );
  });

  it("says how far it speaks: of newer rows, hashed anew, it knows nothing", () => {
    const rows = chainOf(["a", "b", "c", "d"]);
    const made = signed(rows, [2]);
    const later = rehash(rows.with(3, forged(rows[3]!)));
    expect(judge({ ...made, rows: later })).toEqual({ badRow: null, badCheckpoint: null, covered: 2 });
  });
});

describe("checkpoints themselves", () => {
  const many = signedTrail.filter(({ copies }) => copies.file.length >= 2);
  const withLine = many.chain((made) =>
    fc.tuple(fc.constant(made), fc.integer({ min: 0, max: made.copies.file.length - 1 })),
  );
  const inBoth = (lines: readonly string[]): CheckpointCopies => ({ file: lines, database: lines });

  it("are missed when one is deleted from either copy, the newest too", () => {
    fc.assert(
      fc.property(withLine, fc.constantFrom("file", "database"), ([{ rows, copies }, index], copy) => {
        const less = { ...copies, [copy]: copies[copy as "file"].toSpliced(index, 1) };
        expect(judge({ rows, copies: less }).badCheckpoint).toBe(index + 1);
      }),
      { numRuns: 30 },
    );
  });

  it("are missed when one with others after it is deleted from both", () => {
    fc.assert(
      fc.property(withLine, ([{ rows, copies }, index]) => {
        fc.pre(index < copies.file.length - 1);
        expect(judge({ rows, copies: inBoth(copies.file.toSpliced(index, 1)) }).badCheckpoint).toBe(
          index + 1,
        );
      }),
      { numRuns: 30 },
    );
  });

  it("are believed from their signer only", () => {
    const changes: ((checkpoint: Checkpoint) => Checkpoint)[] = [
      (one) => ({ ...one, number: one.number + 1 }),
      (one) => ({ ...one, sequence: one.sequence + 1 }),
      (one) => ({ ...one, at: NOW.toISOString() }),
      (one) => ({ ...one, hash: "f".repeat(64) }),
      (one) => ({ ...one, previous: "f".repeat(64) }),
      (one) => ({ ...one, rows: Buffer.alloc(8).toString("base64") }),
      (one) => ({ ...one, signature: Buffer.alloc(64).toString("base64") }),
    ];
    fc.assert(
      fc.property(withLine, fc.constantFrom(...changes), ([{ rows, copies }, index], change) => {
        const line = toLine(change(JSON.parse(copies.file[index]!) as Checkpoint));
        expect(judge({ rows, copies: inBoth(copies.file.with(index, line)) }).badCheckpoint).not.toBeNull();
      }),
      { numRuns: 50 },
    );
    const rows = chainOf(["a", "b"]);
    const line = toLine(signCheckpoint(stranger, undefined, rows, SIGNED_AT));
    expect(judge({ rows, copies: inBoth([line]) })).toMatchObject({ badCheckpoint: 1, covered: 0 });
    expect(judge({ rows, copies: inBoth(["not even JSON"]) }).badCheckpoint).toBe(1);
  });

  it("may be in one copy only for the moment in which they are written", () => {
    const rows = chainOf(["a", "b"]);
    const line = toLine(signCheckpoint(privateKey, undefined, rows, SIGNED_AT));
    const soon = new Date(SIGNED_AT.getTime() + 1_000);
    expect(readCheckpoints({ file: [], database: [line] }, publicKey, soon).firstBad).toBeNull();
    expect(readCheckpoints({ file: [], database: [line] }, publicKey, NOW).firstBad).toBe(1);
  });
});
