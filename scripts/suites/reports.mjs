import path from "node:path";
import { root } from "../stack/paths.mjs";

const MAX_FAILURES = 30;
const MESSAGE_LINES = 12;

/**
 * Counts a vitest JSON report. A file that could not be loaded has no tests, and counts as one failure.
 * @returns {import("./run-suite.mjs").Counts}
 */
export function countVitest(report) {
  const files = report.testResults ?? [];
  const broken = files.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  const tests = files.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })));
  const failed = tests.filter((test) => test.status === "failed");
  return {
    passed: tests.filter((test) => test.status === "passed").length,
    failed: failed.length + broken.length,
    skipped: tests.length - failed.length - tests.filter((test) => test.status === "passed").length,
    failures: [
      ...broken.map((file) => `${relative(file.name)}\n${shorten(file.message)}`),
      ...failed.map(
        (test) => `${relative(test.file)} > ${test.fullName}\n${shorten(test.failureMessages.join("\n"))}`,
      ),
    ].slice(0, MAX_FAILURES),
  };
}

/**
 * Counts a Playwright JSON report. What passes at the second try has passed, and is named.
 * @returns {import("./run-suite.mjs").Counts}
 */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const specs = (report.suites ?? []).flatMap(specsOf).filter((spec) => !spec.ok);
  return {
    passed: expected + flaky,
    failed: unexpected,
    skipped,
    failures: [
      ...(report.errors ?? []).map((error) => shorten(error.message ?? "")),
      ...specs.map((spec) => `${spec.file} > ${spec.title}\n${shorten(messageOf(spec))}`),
    ].slice(0, MAX_FAILURES),
  };
}

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

const messageOf = (spec) =>
  spec.tests
    .flatMap((test) => test.results.at(-1)?.errors ?? [])
    .map((error) => error.message)
    .join("\n");

/** Counts what ends with the line "N passed, N failed". */
export function countLastLine(output) {
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
  if (passed === undefined) throw new Error("it did not come to its end");
  const lines = output.trimEnd().split("\n").slice(0, -1);
  const isFailed = Number(failed) > 0;
  const failures = isFailed ? [lines.filter((line) => !line.startsWith("✓")).join("\n")] : [];
  return { passed: Number(passed), failed: Number(failed), skipped: 0, failures };
}

const relative = (file) => path.relative(root, file);

function shorten(message) {
  const plain = message.replace(/\u001b\[[\d;]*m/g, "");
  const isOurs = (line) => !/node_modules|node:internal|^\s+at new Promise/.test(line);
  return plain.split("\n").filter(isOurs).slice(0, MESSAGE_LINES).join("\n");
}
