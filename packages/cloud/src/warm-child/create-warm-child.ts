import { AppError } from "@greenroom/errors";
import { askChild, ChildStopped } from "./ask-child";
import { type Child, endChild, isAlive, startChild } from "./start-child";

export interface WarmChildOptions {
  /** The module the child runs; tests put one there that misbehaves. */
  childModule: URL;
  /** A request that takes longer, from when the child is ready for it, ends the child. */
  timeoutMs: number;
  /** The child is replaced after so many requests, so that a leak in a construct library never adds up. */
  maxUses: number;
}

export interface WarmChildTraits {
  /** What it does, as messages begin with it: "Synthesis". */
  task: string;
  /** Limit of its JavaScript heap. */
  heapMb: number;
  /**
   * The child is replaced when it has grown above this, which the heap's limit does not cover: WASM memory,
   * buffers.
   */
  maxRssMb: number;
}

export interface WarmChild<Input, Answer> {
  /** Throws the AppError of the work, or INTERNAL when no child could do it. */
  ask(input: Input): Promise<Answer>;
  /** What is in progress fails: its parent stops, and nobody waits for it any more. */
  close(): Promise<void>;
}

/** Children in a row that may stop over one request: the first one and two fresh ones. */
const ATTEMPTS = 3;

/**
 * One process, started by its first request, that stays warm for work that is heavy to load. Requests wait
 * for each other: the work is pure CPU. A child that crashes, is killed or takes too long is replaced and the
 * fresh one is asked the same, twice.
 */
export function createWarmChild<Input extends { blueprint: string }, Answer>(
  { childModule, timeoutMs, maxUses }: WarmChildOptions,
  { task, heapMb, maxRssMb }: WarmChildTraits,
): WarmChild<Input, Answer> {
  let child: Child | null = null;
  let isClosed = false;
  let nextId = 1;
  let last: Promise<unknown> = Promise.resolve();

  function liveChild(): Child {
    const isFit = child && isAlive(child) && child.uses < maxUses && child.rssBytes <= maxRssMb * 1024 * 1024;
    if (!child || !isFit) {
      child?.process.kill("SIGKILL");
      child = startChild(childModule, heapMb);
    }
    child.uses += 1;
    return child;
  }

  async function askNow(input: Input): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      if (isClosed) throw internal(`${task} was closed.`, input.blueprint);
      try {
        return await askChild<Input, Answer>(liveChild(), { id: nextId++, input }, timeoutMs);
      } catch (error) {
        if (!(error instanceof ChildStopped)) throw error;
        if (attempt >= ATTEMPTS) throw internal(`${task} ${error.message}`, input.blueprint);
      }
    }
  }

  return {
    ask(input) {
      const result = last.then(() => askNow(input));
      last = result.catch(() => {});
      return result;
    },
    async close() {
      isClosed = true;
      const ending = child;
      child = null;
      if (ending) await endChild(ending);
    },
  };
}

function internal(reason: string, blueprint: string): AppError {
  return new AppError("cloud.childStopped", { blueprint, reason, attempts: ATTEMPTS });
}
