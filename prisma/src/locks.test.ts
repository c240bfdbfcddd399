import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, it } from "vitest";
import { LOCKS } from "./locks";

/** What takes a lock in SQL: an advisory lock, or rows that are locked as they are read. */
const LOCKING = "pg_(try_)?advisory_(xact_)?lock|FOR (NO KEY )?UPDATE|FOR (KEY )?SHARE|LOCK TABLE";
const WHERE_LOCKS_ARE = /^prisma\/src\/(locks|take-locks|session-locks)\.ts$/;

it("nothing takes a lock past the table", () => {
  const sources = ["*.ts", "*.tsx", "*.mjs", "*.sql", ":!*.test.ts", ":!prisma/generated"];
  const { stdout, status } = spawnSync("git", ["grep", "--untracked", "-nE", LOCKING, "--", ...sources], {
    cwd: path.join(import.meta.dirname, "../.."),
    encoding: "utf8",
  });
  // It finds the table's own, so it did look.
  expect(status).toBe(0);
  expect(stdout.split("\n").filter((line) => line && !WHERE_LOCKS_ARE.test(line.split(":")[0]!))).toEqual([]);
});

it("no two locks have one number", () => {
  const numbers = Object.values(LOCKS).flatMap((lock) =>
    "number" in lock ? [`${lock.number} ${"keyed" in lock ? "with keys" : "alone"}`] : [],
  );
  expect(new Set(numbers).size).toBe(numbers.length);
});
