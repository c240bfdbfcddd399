import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";

/**
 * An append-only file of JSON lines. Each write is handed to the operating system before the caller goes on, so a
 * killed process loses nothing; a line torn by a power failure at the very end is ignored.
 */
export interface Journal {
  readAll(): unknown[];
  append(entry: unknown): void;
  /** Replaces everything by these entries, atomically. */
  rewrite(entries: unknown[]): void;
}

export function openJournal(directory: string): Journal {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, "sandbox-journal.jsonl");
  let file = openSync(path, "a");
  return {
    readAll() {
      const lines = readFileSync(path, "utf8").split("\n");
      return lines.flatMap((line): unknown[] => {
        try {
          return line === "" ? [] : [JSON.parse(line)];
        } catch {
          return [];
        }
      });
    },
    append(entry) {
      writeSync(file, `${JSON.stringify(entry)}\n`);
    },
    rewrite(entries) {
      const next = `${path}.next`;
      writeFileSync(next, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
      renameSync(next, path);
      closeSync(file);
      file = openSync(path, "a");
    },
  };
}
