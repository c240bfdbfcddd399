import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../../..");
/** Below the limit of a test, so that its output is what fails it. */
const START_TIMEOUT_MS = 170_000;

export interface TestProcess {
  pid: number;
  /** Everything it has printed so far. */
  output: () => string;
  /** Resolves with the first match of a line that is printed, now or later. */
  printed: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Ends it as a crash does. */
  kill: () => Promise<void>;
  /** Asks it to end, as a deployment does; resolves with the milliseconds it took. */
  stop: () => Promise<number>;
}

/** A TypeScript program of this repository as a process of its own. */
export function startProcess(file: string, args: string[], env: Record<string, string> = {}): TestProcess {
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    cwd: ROOT,
    env: { NODE_ENV: "test", PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  return {
    pid: child.pid ?? 0,
    output: () => output,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output);
          if (match) settle(() => resolve(match));
        };
        const settle = (then: () => void) => {
          clearTimeout(timer);
          listeners.delete(look);
          then();
        };
        const timer = setTimeout(
          () => settle(() => reject(new Error(`${file} never printed ${pattern}:\n${output}`))),
          START_TIMEOUT_MS,
        );
        child.once("exit", () => settle(() => reject(new Error(`${file} ended:\n${output}`))));
        listeners.add(look);
        look();
      }),
    kill: () => end(child, "SIGKILL"),
    stop: async () => {
      const startedAt = performance.now();
      await end(child, "SIGTERM");
      return performance.now() - startedAt;
    },
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await ended;
}
