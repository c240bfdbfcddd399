const ENTRY_GAP_MS = 50;
const REPEAT_AFTER_MS = 10_000;
const PINO_ERROR = 50;
const MAX_LENGTH = 400;
const KEPT = 5;
/**
 * The line of a stack trace that says what happened, e.g. "TypeError: x is not a function" or "[cause]:
 * Error: gone".
 */
const HEADLINE = /^\S*(Error|Exception|Warning)\b|Error: /;

/**
 * Picks from a process' output what a person at the terminal has to know: one line for each error, and not
 * again within ten seconds. The rest is in the log file.
 * @param {{name: string, logFile: string, print: (line: string) => void}} options
 */
export function createErrorLines({ name, logFile, print }) {
  const printedAt = new Map();
  const kept = [];
  let entry = [];
  let timer;

  const printOnce = (text) => {
    const line = text.replace(/\s+/g, " ").trim().slice(0, MAX_LENGTH);
    if (!line) return;
    kept.push(line);
    if (kept.length > KEPT) kept.shift();
    const now = Date.now();
    if (now - (printedAt.get(line) ?? 0) < REPEAT_AFTER_MS) return;
    if (printedAt.size > 200) printedAt.clear();
    printedAt.set(line, now);
    print(`[${name}] ${line}`);
  };
  const flush = () => {
    clearTimeout(timer);
    const lines = entry.filter((line) => line.trim());
    entry = [];
    if (!lines.length) return;
    const headline = lines.find((line) => HEADLINE.test(line)) ?? lines[0];
    printOnce(lines.length > 1 ? `${headline} (more in ${logFile})` : headline);
  };

  return {
    /**
     * Log lines are JSON with a level; anything else on stderr is an entry for people, often of several
     * lines.
     */
    add(line, isStderr) {
      if (line.startsWith("{")) printOnce(errorText(line) ?? "");
      else if (isStderr) {
        entry.push(line);
        clearTimeout(timer);
        timer = setTimeout(flush, ENTRY_GAP_MS);
      }
    },
    /** The last errors, oldest first; empty when there were none. */
    last() {
      flush();
      return kept.join("\n");
    },
  };
}

function errorText(line) {
  try {
    const { level, msg, err } = JSON.parse(line);
    if (typeof level !== "number" || level < PINO_ERROR) return undefined;
    return [msg, err?.message].filter(Boolean).join(": ");
  } catch {
    return undefined;
  }
}
