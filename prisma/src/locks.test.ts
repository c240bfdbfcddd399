import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, it } from "vitest";
import { LOCKS } from "./locks";

/** What takes a lock in SQL: an advisory lock, or rows that are locked as they are read. */
const LOCKING = "pg_(try_)?advisory_(xact_)?lock|FOR (NO KEY )?UPDATE|FOR (KEY )?SHARE|LOCK TABLE";
const WHERE_LOCKS_ARE = /^prisma\/src\/(locks|take-locks|session-locks)\.ts$/;

/** Lines of source that match. */
function grep(pattern: string, ...flags: string[]): { file: string; line: string }[] {
  const sources = ["*.ts", "*.tsx", "*.mjs", "*.sql", ":!*.test.ts", ":!prisma/generated"];
  const { stdout } = spawnSync("git", ["grep", "--untracked", "-nE", ...flags, pattern, "--", ...sources], {
    cwd: path.join(import.meta.dirname, "../.."),
    encoding: "utf8",
  });
  const lines = stdout.split("\n").filter((line) => line !== "");
  // Each pattern has something to find, so it did look.
  expect(lines).not.toEqual([]);
  return lines.map((line) => ({ file: line.split(":")[0]!, line }));
}

it("nothing takes a lock past the table", () => {
  expect(grep(LOCKING, "-i").filter(({ file }) => !WHERE_LOCKS_ARE.test(file))).toEqual([]);
});

it("what only reads or checks takes no lock, and calls nothing that does", () => {
  const taking = "(takeLocks|lockingRows|lockingFreeRows|tryLock|lock[A-Z][A-Za-z]+)\\(";
  expect(grep(taking).filter(({ file }) => /\/(checks|queries)\//.test(file))).toEqual([]);
});

it("no two locks have one number", () => {
  const numbers = Object.values(LOCKS).flatMap((lock) =>
    "number" in lock ? [`${lock.number} ${"keyed" in lock ? "with keys" : "alone"}`] : [],
  );
  expect(new Set(numbers).size).toBe(numbers.length);
});
