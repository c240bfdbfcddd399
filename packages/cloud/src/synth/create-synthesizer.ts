import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { AppError } from "@greenroom/errors";
import type { SynthesizedStack, SynthesizeInput, Synthesizer } from "../contract";
import { READY, type SynthReply, type SynthRequest } from "./messages";

export interface SynthesizerOptions {
  /** A request that takes longer, from when the child is ready for it, ends the child and fails. */
  timeoutMs?: number;
  /** The child is replaced after so many requests, so that a leak in a construct library never adds up. */
  maxUses?: number;
  /** The module the child runs; tests put one there that misbehaves. */
  childModule?: URL;
}

/** Heap of the child; synthesis of the whole platform needs about 140 MB. */
const MAX_HEAP_MB = 512;
/** What the child may see of the environment: nothing of AWS, no secrets, no proxies. */
const PASSED_ENVIRONMENT = ["PATH", "TMPDIR", "LANG"];
const STDERR_TAIL = 2000;
/** A child loads CDK in about a second; a busy machine may need many. */
const START_TIMEOUT_MS = 60_000;

interface Child {
  process: ChildProcess;
  uses: number;
  isReady: boolean;
  stderr: string;
}

/**
 * A synthesizer over one warm child process. Requests wait for each other: synthesis is pure CPU, and one child is enough for
 * some ten plans a second. A crash or a timeout fails the one request and the next one gets a new child.
 */
export function createSynthesizer(options: SynthesizerOptions = {}): Synthesizer {
  const {
    timeoutMs = 60_000,
    maxUses = 500,
    childModule = new URL("./synthesize-in-child.ts", import.meta.url),
  } = options;
  let child: Child | null = startChild(childModule);
  let isClosed = false;
  let nextId = 1;
  let last: Promise<unknown> = Promise.resolve();

  function liveChild(): Child {
    if (!child || !isAlive(child.process) || child.uses >= maxUses) {
      child?.process.kill("SIGKILL");
      child = startChild(childModule);
    }
    child.uses += 1;
    return child;
  }

  async function synthesize(input: SynthesizeInput): Promise<SynthesizedStack[]> {
    if (isClosed) throw internal("The synthesizer was closed.", input);
    return exchange(liveChild(), { id: nextId++, input }, timeoutMs);
  }

  return {
    synthesize(input) {
      const result = last.then(() => synthesize(input));
      last = result.catch(() => {});
      return result;
    },
    async close() {
      isClosed = true;
      await last;
      const ending = child?.process;
      child = null;
      if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
      const ended = new Promise((resolve) => ending.once("exit", resolve));
      ending.ref();
      ending.kill("SIGKILL");
      await ended;
    },
  };
}

/** Not ended, and not told to end: a killed process takes a moment. */
function isAlive(process: ChildProcess): boolean {
  return process.connected && !process.killed && process.exitCode === null && process.signalCode === null;
}

function startChild(module: URL): Child {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const environment = PASSED_ENVIRONMENT.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const started = fork(fileURLToPath(module), {
    execArgv: ["--import", tsx, `--max-old-space-size=${MAX_HEAP_MB}`],
    // The bundled validator takes seconds and 300 MB; checks have a step of their own.
    env: { ...Object.fromEntries(environment), CDK_VALIDATION: "false" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  // An idle child never keeps the process alive; a request does, by its timer.
  started.unref();
  started.channel?.unref();
  const child: Child = { process: started, uses: 0, isReady: false, stderr: "" };
  started.once("message", () => {
    child.isReady = true;
  });
  started.stderr?.on("data", (chunk: Buffer) => {
    child.stderr = (child.stderr + chunk.toString()).slice(-STDERR_TAIL);
  });
  (started.stderr as unknown as { unref?(): void } | null)?.unref?.();
  // Without a listener a failed fork would be thrown; the exchange in progress reports it.
  started.on("error", () => {});
  return child;
}

function exchange(child: Child, request: SynthRequest, timeoutMs: number): Promise<SynthesizedStack[]> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      clearTimeout(timer);
      child.process.off("message", onMessage);
      child.process.off("exit", onExit);
    };
    const onMessage = (message: unknown) => {
      const reply = message as SynthReply | typeof READY;
      if (reply === READY) {
        clearTimeout(timer);
        timer = setTimeout(onTimeout, timeoutMs);
        return;
      }
      if (reply.id !== request.id) return;
      finish();
      if (reply.ok) resolve(reply.stacks);
      else reject(new AppError(reply.error));
    };
    const onExit = (code: number | null, signal: NodeJS.Signals | null) => {
      finish();
      const words = lastWords(child.stderr) ?? `it ended with ${signal ?? code}`;
      reject(internal(`Synthesis stopped: ${words}.`, request.input));
    };
    const onTimeout = () => {
      finish();
      child.process.kill("SIGKILL");
      const limitMs = child.isReady ? timeoutMs : START_TIMEOUT_MS;
      reject(internal(`Synthesis took longer than ${limitMs / 1000} s and was stopped.`, request.input));
    };
    let timer = setTimeout(onTimeout, child.isReady ? timeoutMs : START_TIMEOUT_MS);
    child.process.on("message", onMessage);
    child.process.on("exit", onExit);
    child.process.send(request, (error) => {
      if (!error) return;
      finish();
      reject(internal(`The synthesis process could not be reached: ${error.message}.`, request.input));
    });
  });
}

/** The line of an uncaught error, or of V8 when the heap is full. */
function lastWords(stderr: string): string | null {
  const lines = stderr.split("\n").map((line) => line.trim());
  return lines.findLast((line) => /^(\w*Error\b|FATAL ERROR)/.test(line))?.replace(/\.$/, "") ?? null;
}

function internal(reason: string, { blueprint }: SynthesizeInput): AppError {
  return new AppError({
    code: "INTERNAL",
    userMessage: `${reason} Try again; if it happens again, tell the platform team the blueprint (${blueprint}) and the time.`,
    details: { blueprint, reason },
  });
}
