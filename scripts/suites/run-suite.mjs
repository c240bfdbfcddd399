import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import path from "node:path";
import { signal } from "../processes/wait-for-exit.mjs";
import { root } from "../stack/paths.mjs";

const TAIL_LINES = 60;
const running = new Set();

/**
 * Ends every suite that still runs, as Ctrl-C does: Playwright stops the servers of the journeys on no other
 * signal.
 */
export function stopSuites(name = "SIGINT") {
  for (const pid of running) signal(-pid, name);
}
process.once("exit", () => stopSuites("SIGKILL"));

/**
 * @typedef {{passed: number, failed: number, skipped: number, failures: string[]}} Counts
 * @typedef {object} Suite
 * @property {string} name
 * @property {string[]} args node's
 * @property {Record<string, string | undefined>} [env] beside the given one
 * @property {(output: string) => Counts} count reads the suite's own report
 */

/**
 * Runs one suite with its output in a log file and counts its tests. A suite that ends badly without a failed
 * test (it could not start, or an error came outside of a test) counts as one failure.
 * @param {Suite} suite
 * @param {{env: Record<string, string | undefined>, logs: string, print: (line: string) => void}} options
 * @returns {Promise<Counts>}
 */
export async function runSuite({ name, args, env: own = {}, count }, { env, logs, print }) {
  const startedAt = performance.now();
  const logFile = path.join(logs, `test-${name}.log`);
  print(`… ${name}`);
  const { code, output } = await execute(args, { ...env, ...own }, logFile);
  let counts;
  try {
    counts = count(output);
  } catch (error) {
    counts = { passed: 0, failed: 0, skipped: 0, failures: [`no report: ${error.message}`] };
  }
  if (code !== 0 && counts.failed === 0) {
    const tail = output.trimEnd().split("\n").slice(-TAIL_LINES).join("\n");
    counts = { ...counts, failed: 1, failures: [...counts.failures, `ended with ${code}:\n${tail}`] };
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const skipped = counts.skipped ? `, ${counts.skipped} skipped` : "";
  print(
    `${counts.failed ? "✗" : "✓"} ${name}: ${counts.passed} passed, ${counts.failed} failed${skipped} (${seconds} s)`,
  );
  for (const failure of counts.failures) print(`    ${failure.replaceAll("\n", "\n    ")}`);
  if (counts.failed) print(`    All of its output is in ${logFile}`);
  return counts;
}

function execute(args, env, logFile) {
  return new Promise((resolve) => {
    const log = createWriteStream(logFile);
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    if (child.pid) running.add(child.pid);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
        log.write(text);
      });
    }
    child.once("error", (error) => resolve({ code: error.message, output }));
    child.once("close", (code, reason) => {
      running.delete(child.pid);
      log.end();
      resolve({ code: code ?? reason, output });
    });
  });
}
