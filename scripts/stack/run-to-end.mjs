import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import { signal } from "../processes/wait-for-exit.mjs";

const TAIL_LINES = 40;
const running = new Set();
process.once("exit", () => {
  for (const pid of running) signal(-pid, "SIGKILL");
});

/** Stops whatever `runToEnd` still runs, with its children. */
export function stopRunning() {
  for (const pid of running) signal(-pid, "SIGTERM");
}

/**
 * Runs a program to its end with its output in a log file.
 * @param {{name: string, command: string, args: string[], cwd: string, env?: Record<string, string |
 * undefined>, logFile: string}} program
 * @returns {Promise<string>} its output
 * @throws when it fails, with the last lines of its output
 */
export function runToEnd({ name, command, args, cwd, env = process.env, logFile }) {
  mkdirSync(path.dirname(logFile), { recursive: true });
  return new Promise((resolve, reject) => {
    const log = createWriteStream(logFile);
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    if (child.pid) running.add(child.pid);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
        log.write(text);
      });
    }
    child.once("error", (error) => reject(new Error(`${name} could not be started: ${error.message}`)));
    child.once("close", (code, reason) => {
      running.delete(child.pid);
      log.end();
      if (code === 0) return resolve(output);
      const tail = output.trimEnd().split("\n").slice(-TAIL_LINES).join("\n");
      reject(
        new Error(`${name} failed (exit ${code ?? reason}); all of its output is in ${logFile}:\n${tail}`),
      );
    });
  });
}
