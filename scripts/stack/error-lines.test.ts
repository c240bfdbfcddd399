import { expect, it } from "vitest";
import { createErrorLines } from "./error-lines.mjs";

function collect(lines: [string, boolean][]) {
  const printed: string[] = [];
  const errors = createErrorLines({
    name: "portal",
    logFile: "portal.log",
    print: (line) => printed.push(line),
  });
  for (const [line, isStderr] of lines) errors.add(line, isStderr);
  return { last: errors.last(), printed };
}

it("tells a stack trace in one line, with the place of the rest", () => {
  const trace = [
    "file:///app.mjs:3",
    "  throw error;",
    "",
    "Error: gone",
    "    at main (app.mjs:3:9)",
    "Node.js v20",
  ];
  const { printed } = collect(trace.map((line) => [line, true]));
  expect(printed).toEqual(["[portal] Error: gone (more in portal.log)"]);
});

it("tells errors of the log once, and nothing below them", () => {
  const line = (level: number, message: string) =>
    JSON.stringify({ level, msg: "A job failed", err: { message, stack: "…" } });
  const { printed, last } = collect([
    [line(30, "fine"), false],
    [line(50, "\nInvalid call\n  no database"), false],
    [line(50, "\nInvalid call\n  no database"), false],
    ["ready", false],
  ]);
  expect(printed).toEqual(["[portal] A job failed: Invalid call no database"]);
  expect(last).not.toContain("ready");
});
