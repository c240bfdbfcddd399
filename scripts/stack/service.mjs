import { spawn } from "node:child_process";
import { createWriteStream, existsSync, renameSync, statSync } from "node:fs";
import readline from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { signal, waitForExit } from "../processes/wait-for-exit.mjs";
import { createErrorLines } from "./error-lines.mjs";

const MAX_LOG_BYTES = 20_000_000;
const KEPT_LINES = 20;
const READY_POLL_MS = 50;
const READY_TIMEOUT_MS = 120_000;

/**
 * A long-running child: output in its log file, one line of each error also to the terminal, ready when its
 * health address answers.
 * @typedef {object} Service
 * @property {string} name
 * @property {number} pid
 * @property {Promise<string>} exited how it ended
 * @property {() => string} lastErrors
 * @property {() => Promise<void>} ready
 * @property {(graceMs: number) => Promise<void>} stop ends it and every process it started
 *
 * @param {{name: string, args: string[], cwd: string, env: Record<string, string | undefined>, logFile:
 * string, healthUrl: string, print: (line: string) => void}} options
 *   `args` are node's
 * @returns {Service}
 */
export function startService({ name, args, cwd, env, logFile, healthUrl, print }) {
  if (existsSync(logFile) && statSync(logFile).size > MAX_LOG_BYTES) renameSync(logFile, `${logFile}.1`);
  const log = createWriteStream(logFile, { flags: "a" });
  // A process group of its own: Ctrl-C reaches only us, and we stop things in order.
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const kept = [];
  const errors = createErrorLines({ name, logFile, print });
  const onLine = (line, isError) => {
    log.write(`${line}\n`);
    kept.push(line);
    if (kept.length > KEPT_LINES) kept.shift();
    errors.add(line, isError);
  };
  readline.createInterface({ input: child.stdout }).on("line", (line) => onLine(line, false));
  readline.createInterface({ input: child.stderr }).on("line", (line) => onLine(line, true));
  child.once("close", () => log.end());
  const onProcessExit = () => child.pid && signal(-child.pid, "SIGKILL");
  process.once("exit", onProcessExit);

  let ended;
  const exited = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, reason) => resolve(reason ? `signal ${reason}` : `exit ${code}`));
  }).then((reason) => {
    ended = reason;
    process.removeListener("exit", onProcessExit);
    if (child.pid) signal(-child.pid, "SIGKILL");
    return reason;
  });

  return {
    name,
    pid: child.pid,
    exited,
    lastErrors: () => errors.last(),
    async ready() {
      const deadline = Date.now() + READY_TIMEOUT_MS;
      while (!(await answers(healthUrl))) {
        if (ended) throw new Error(`${name} ended while it was starting (${ended}):\n${kept.join("\n")}`);
        if (Date.now() > deadline) {
          throw new Error(
            `${name} did not answer at ${healthUrl} in ${READY_TIMEOUT_MS / 1000} s; see ${logFile}:\n${kept.join("\n")}`,
          );
        }
        await sleep(READY_POLL_MS);
      }
    },
    async stop(graceMs) {
      if (ended || !child.pid) return;
      signal(child.pid, "SIGTERM");
      if (!(await waitForExit(child.pid, graceMs))) signal(-child.pid, "SIGKILL");
      await exited;
    },
  };
}

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
