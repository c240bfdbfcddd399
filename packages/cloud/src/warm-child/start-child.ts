import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { Socket } from "node:net";
import { fileURLToPath } from "node:url";

/** What a child may see of the environment: nothing of AWS, no secrets, no proxies. */
const PASSED_ENVIRONMENT = ["PATH", "TMPDIR", "LANG"];
const STDERR_TAIL = 2000;
const RUN_CHILD = fileURLToPath(new URL("./run-child.cjs", import.meta.url));

export interface Child {
  process: ChildProcess;
  uses: number;
  isReady: boolean;
  stderr: string;
  /** As it told with its last answer. */
  rssBytes: number;
}

export function startChild(module: URL, heapMb: number): Child {
  const tsx = createRequire(import.meta.url).resolve("tsx/cjs");
  const environment = PASSED_ENVIRONMENT.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const started = fork(RUN_CHILD, [fileURLToPath(module)], {
    execArgv: ["--require", tsx, `--max-old-space-size=${heapMb}`],
    // CDK's own validation would take seconds and 300 MB in every synthesis; the policy step does it once, in
    // a child of its own.
    env: { ...Object.fromEntries(environment), CDK_VALIDATION: "false" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  // An idle child never keeps the process alive; a request does, by its timer.
  started.unref();
  started.channel?.unref();
  const child: Child = { process: started, uses: 0, isReady: false, stderr: "", rssBytes: 0 };
  started.once("message", () => {
    child.isReady = true;
  });
  started.stderr?.on("data", (chunk: Buffer) => {
    child.stderr = (child.stderr + chunk.toString()).slice(-STDERR_TAIL);
  });
  if (started.stderr instanceof Socket) started.stderr.unref();
  // Without a listener a failed fork would be thrown; whoever asks the child is told.
  started.on("error", () => {});
  return child;
}

/** Not ended, and not told to end: a killed process takes a moment. */
export function isAlive({ process }: Child): boolean {
  return process.connected && !process.killed && process.exitCode === null && process.signalCode === null;
}

/** Ends a child and waits until it is gone. */
export async function endChild({ process: ending }: Child): Promise<void> {
  if (ending.exitCode !== null || ending.signalCode !== null) return;
  const ended = new Promise((resolve) => ending.once("exit", resolve));
  ending.ref();
  ending.kill("SIGKILL");
  await ended;
}
