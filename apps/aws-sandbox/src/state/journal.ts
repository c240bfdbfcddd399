import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";

/**
 * An append-only file of JSON lines. Each write is handed to the operating system before the caller goes on,
 * so a killed process loses nothing; a line torn by a power failure is ignored. It is never held in memory as
 * a whole: a string of V8 ends at 512 MB.
 */
export interface Journal {
  readAll(): Iterable<unknown>;
  append(entry: unknown): void;
  /** Replaces everything by these entries, atomically. */
  rewrite(entries: Iterable<unknown>): void;
  /** Whether so much was appended since it was opened or rewritten that a rewrite is worth its time. */
  isOvergrown(): boolean;
}

const CHUNK_BYTES = 1024 * 1024;
/**
 * The longest that is written is a change set: two templates of 51 kB and the list of its changes, some MB at
 * most.
 */
const MAX_LINE_BYTES = 64 * CHUNK_BYTES;
/** It is rewritten when more than this was appended, and more than it had when it was last rewritten. */
const OVERGROWN_BYTES = 16 * CHUNK_BYTES;
const NEWLINE = 0x0a;

/** @param options tests make them small */
export function openJournal(
  directory: string,
  { chunkBytes = CHUNK_BYTES, overgrownBytes = OVERGROWN_BYTES } = {},
): Journal {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, "sandbox-journal.jsonl");
  let file = openSync(path, "a");
  let baseBytes = fstatSync(file).size;
  let appendedBytes = 0;
  return {
    *readAll() {
      for (const line of readLines(path, chunkBytes)) {
        try {
          yield JSON.parse(line);
        } catch {
          // Torn.
        }
      }
    },
    append(entry) {
      appendedBytes += writeSync(file, `${JSON.stringify(entry)}\n`);
    },
    rewrite(entries) {
      const next = `${path}.next`;
      const output = openSync(next, "w");
      baseBytes = writeLines(output, entries, chunkBytes);
      closeSync(output);
      renameSync(next, path);
      closeSync(file);
      file = openSync(path, "a");
      appendedBytes = 0;
    },
    isOvergrown: () => appendedBytes > Math.max(overgrownBytes, baseBytes),
  };
}

/**
 * Lines of a file without their ends, one at a time; what is longer than any line that was ever written is
 * left out.
 */
function* readLines(path: string, chunkBytes: number): Generator<string> {
  const input = openSync(path, "r");
  const chunk = Buffer.alloc(chunkBytes);
  let parts: Buffer[] = [];
  let length = 0;
  try {
    for (let count = readSync(input, chunk); count > 0; count = readSync(input, chunk)) {
      let from = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0 && end < count; end = chunk.indexOf(NEWLINE, from)) {
        length += end - from;
        if (length > 0 && length <= MAX_LINE_BYTES) {
          yield Buffer.concat([...parts, chunk.subarray(from, end)]).toString("utf8");
        }
        parts = [];
        length = 0;
        from = end + 1;
      }
      length += count - from;
      if (length <= MAX_LINE_BYTES) parts.push(Buffer.from(chunk.subarray(from, count)));
      else parts = [];
    }
    if (length > 0 && length <= MAX_LINE_BYTES) yield Buffer.concat(parts).toString("utf8");
  } finally {
    closeSync(input);
  }
}

/** @returns bytes written */
function writeLines(output: number, entries: Iterable<unknown>, chunkBytes: number): number {
  let bytes = 0;
  let lines: string[] = [];
  let length = 0;
  const flush = () => {
    if (lines.length > 0) bytes += writeSync(output, lines.join(""));
    lines = [];
    length = 0;
  };
  for (const entry of entries) {
    const line = `${JSON.stringify(entry)}\n`;
    lines.push(line);
    length += line.length;
    if (length >= chunkBytes) flush();
  }
  flush();
  return bytes;
}
