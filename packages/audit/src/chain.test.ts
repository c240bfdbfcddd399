import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AuditContent,
  CHAIN_START,
  type ChainedRow,
  canonicalJson,
  followChain,
  GENESIS_HASH,
  hashRow,
} from "./chain";

const content = fc.record({
  actorId: fc.option(fc.uuid()),
  actorName: fc.string(),
  action: fc.constantFrom("request.submitted", "run.failed"),
  subjectType: fc.constantFrom("request", "run"),
  subjectId: fc.uuid(),
  subjectName: fc.string(),
  teamId: fc.option(fc.uuid()),
  reason: fc.option(fc.string({ unit: "grapheme" })),
  details: fc.dictionary(fc.string(), fc.jsonValue()),
  at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }),
});
type Written = Omit<AuditContent, "sequence">;

function chainOf(entries: readonly Written[]): ChainedRow[] {
  let previousHash = GENESIS_HASH;
  return entries.map((entry, index) => {
    const row = { ...entry, sequence: BigInt(index + 1) };
    const hash = hashRow(previousHash, row);
    const chained = { ...row, previousHash, hash };
    previousHash = hash;
    return chained;
  });
}
const chain = fc.array(content, { minLength: 2, maxLength: 12 }).map(chainOf);
const chainAndIndex = chain.chain((rows) =>
  fc.tuple(fc.constant(rows), fc.integer({ min: 0, max: rows.length - 1 })),
);

describe("the chain", () => {
  it("is whole as written, in one piece or in pages", () => {
    fc.assert(
      fc.property(chainAndIndex, ([rows, cut]) => {
        const end = { sequence: BigInt(rows.length), hash: rows.at(-1)!.hash };
        expect(followChain(CHAIN_START, rows)).toEqual({ isIntact: true, end });
        const first = followChain(CHAIN_START, rows.slice(0, cut));
        expect(first.isIntact && followChain(first.end, rows.slice(cut))).toEqual({ isIntact: true, end });
      }),
    );
  });

  it("names the row that was edited, whatever column it was", () => {
    const edits: ((row: ChainedRow) => ChainedRow)[] = [
      (row) => ({ ...row, reason: `${row.reason ?? ""}.` }),
      (row) => ({ ...row, actorId: row.actorId === null ? "x" : null }),
      (row) => ({ ...row, actorName: `${row.actorName} ` }),
      (row) => ({ ...row, action: "request.approved" }),
      (row) => ({ ...row, subjectType: "environment" }),
      (row) => ({ ...row, subjectId: `${row.subjectId}0` }),
      (row) => ({ ...row, subjectName: `${row.subjectName}0` }),
      (row) => ({ ...row, teamId: row.teamId === null ? "x" : null }),
      (row) => ({ ...row, at: new Date(row.at.getTime() + 1) }),
      (row) => ({ ...row, details: { ...(row.details as object), forged: 1 } }),
      (row) => ({ ...row, previousHash: "f".repeat(64) }),
      (row) => ({ ...row, hash: "f".repeat(64) }),
    ];
    fc.assert(
      fc.property(chainAndIndex, fc.constantFrom(...edits), ([rows, index], edit) => {
        const forged = rows.with(index, edit(rows[index]!));
        expect(followChain(CHAIN_START, forged)).toEqual({
          isIntact: false,
          badSequence: BigInt(index + 1),
        });
      }),
      { numRuns: 300 },
    );
  });

  it("names the row after an edit that was hashed again", () => {
    fc.assert(
      fc.property(chainAndIndex, ([rows, index]) => {
        fc.pre(index < rows.length - 1);
        const edited = { ...rows[index]!, reason: "forged" };
        const forged = rows.with(index, { ...edited, hash: hashRow(edited.previousHash, edited) });
        expect(followChain(CHAIN_START, forged)).toEqual({
          isIntact: false,
          badSequence: BigInt(index + 2),
        });
      }),
    );
  });

  it("names the missing row, the first of two swapped ones, and a repeated one", () => {
    fc.assert(
      fc.property(chainAndIndex, ([rows, index]) => {
        fc.pre(index < rows.length - 1);
        const bad = { isIntact: false, badSequence: BigInt(index + 1) };
        expect(followChain(CHAIN_START, rows.toSpliced(index, 1))).toEqual(bad);
        const swapped = rows
          .with(index, { ...rows[index + 1]!, sequence: rows[index]!.sequence })
          .with(index + 1, { ...rows[index]!, sequence: rows[index + 1]!.sequence });
        expect(followChain(CHAIN_START, swapped)).toEqual(bad);
        const repeated = rows.toSpliced(index + 1, 0, rows[index]!);
        expect(followChain(CHAIN_START, repeated)).toEqual({ ...bad, badSequence: BigInt(index + 2) });
      }),
    );
  });
});

describe("canonicalJson", () => {
  it("does not depend on the order of keys and reads back as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });

  it("leaves a key out that is undefined, as JSON does", () => {
    const value = { a: undefined, b: [undefined, 1] };
    expect(canonicalJson(value)).toBe(JSON.stringify(value));
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
