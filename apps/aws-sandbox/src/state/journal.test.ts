import { appendFileSync, mkdtempSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openJournal } from "./journal";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "journal-"));
});
afterEach(() => rmSync(directory, { recursive: true }));
const file = () => join(directory, "sandbox-journal.jsonl");

describe("the journal", () => {
  it("gives back what was written, but for a line torn at the end", () => {
    const journal = openJournal(directory);
    expect([...journal.readAll()]).toEqual([]);
    journal.append({ a: "one\ntwo" });
    journal.append([2]);
    appendFileSync(file(), '{"torn":');
    expect([...openJournal(directory).readAll()]).toEqual([{ a: "one\ntwo" }, [2]]);
  });

  it("can be rewritten as a whole", () => {
    const journal = openJournal(directory);
    journal.append(1);
    journal.rewrite([2, 3]);
    journal.append(4);
    expect([...journal.readAll()]).toEqual([2, 3, 4]);
  });

  it("reads and writes piece by piece, wherever a piece ends within a line or a character", () => {
    const entries = fc.array(
      fc.oneof(fc.string({ unit: "grapheme" }), fc.integer(), fc.constant("서울".repeat(20))),
    );
    fc.assert(
      fc.property(entries, entries, fc.integer({ min: 1, max: 40 }), (written, appended, chunkBytes) => {
        const journal = openJournal(directory, { chunkBytes });
        journal.rewrite(written);
        for (const entry of appended) journal.append(entry);
        expect([...journal.readAll()]).toEqual([...written, ...appended]);
      }),
      { numRuns: 50 },
    );
  });

  it("may be longer than any string, and have a hole where the power failed", () => {
    const journal = openJournal(directory);
    journal.append("before");
    // Sparse: it takes no room on the disk.
    truncateSync(file(), 600 * 1024 * 1024);
    appendFileSync(file(), "\n");
    openJournal(directory).append("after");
    expect(statSync(file()).size).toBeGreaterThan(2 ** 29);
    expect([...openJournal(directory).readAll()]).toEqual(["before", "after"]);
  }, 60_000);

  it("is overgrown when more was appended than it held", () => {
    const journal = openJournal(directory, { overgrownBytes: 20 });
    journal.rewrite(["x".repeat(100)]);
    for (let bytes = 0; bytes <= 103; bytes += 13) {
      expect(journal.isOvergrown()).toBe(false);
      journal.append("y".repeat(10));
    }
    expect(journal.isOvergrown()).toBe(true);
    journal.rewrite([]);
    expect(journal.isOvergrown()).toBe(false);
  });
});
