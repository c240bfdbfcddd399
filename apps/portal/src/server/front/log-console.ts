import { inspect } from "node:util";
import type { Logger } from "@greenroom/logger";

const LEVELS = { error: "error", warn: "warn", info: "info", log: "info", debug: "debug" } as const;

/**
 * Sends what libraries print (Next, next-auth) to the log, a JSON line each: a line break in what a visitor
 * sent stays inside its line, and secrets are redacted as everywhere.
 * @param target the console to redirect; tests pass their own
 * @returns puts the console back
 */
export function logConsole(log: Logger, target: Pick<Console, keyof typeof LEVELS> = console): () => void {
  const before = { ...target };
  for (const [name, level] of Object.entries(LEVELS) as [
    keyof typeof LEVELS,
    (typeof LEVELS)[keyof typeof LEVELS],
  ][]) {
    target[name] = (...values: unknown[]) => {
      const err = values.find((value) => value instanceof Error);
      const texts = values
        .filter((value) => value !== err)
        .map((value) => (typeof value === "string" ? value : inspect(value)));
      log[level](
        { ...(err && { err }) },
        texts
          .join(" ")
          .replace(/\u001b\[[0-9;]*m/g, "")
          .trim(),
      );
    };
  }
  return () => Object.assign(target, before);
}
