import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openJournal } from "./journal";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "journal-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe("the journal", () => {
  it("gives back what was written, but for a line torn at the end", () => {
    const journal = openJournal(join(directory, "deep"));
    expect(journal.readAll()).toEqual([]);
    journal.append({ a: "one\ntwo" });
    journal.append([2]);
    appendFileSync(join(directory, "deep", "sandbox-journal.jsonl"), '{"torn":');
    expect(openJournal(join(directory, "deep")).readAll()).toEqual([{ a: "one\ntwo" }, [2]]);
  });

  it("can be rewritten as a whole", () => {
    const journal = openJournal(directory);
    journal.append(1);
    journal.rewrite([2, 3]);
    journal.append(4);
    expect(journal.readAll()).toEqual([2, 3, 4]);
  });
});
