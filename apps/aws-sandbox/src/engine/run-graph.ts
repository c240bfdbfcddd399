import type { DependencyGraph } from "@greenroom/template";
import { Cancelled, Stopped } from "./run";

export interface Failure {
  logicalId: string;
  reason: string;
  /** It did not fail by itself: another did, or someone cancelled. */
  isCancelled: boolean;
}

/**
 * Acts on every node as soon as everything it needs is done, all ready ones in parallel. What needs a failed
 * node is not started; with `onFailure: "stop"` nothing more is started after the first failure.
 * @throws Stopped when the sandbox stops.
 */
export async function runGraph(
  graph: DependencyGraph,
  act: (logicalId: string) => Promise<void>,
  options: { onFailure: "stop" | "continue"; failed?: () => void; isCancelled?: () => boolean },
): Promise<Failure[]> {
  const waiting = new Map([...graph].map(([id, needs]) => [id, new Set(needs)]));
  const running = new Map<string, Promise<{ logicalId: string; error?: unknown }>>();
  const failures: Failure[] = [];
  const startReady = () => {
    if ((failures.length > 0 && options.onFailure === "stop") || options.isCancelled?.()) return;
    for (const [logicalId, needs] of waiting) {
      if (needs.size > 0) continue;
      waiting.delete(logicalId);
      running.set(
        logicalId,
        act(logicalId).then(
          () => ({ logicalId }),
          (error: unknown) => ({ logicalId, error: error ?? new Error("failed") }),
        ),
      );
    }
  };
  for (startReady(); running.size > 0; startReady()) {
    const { logicalId, error } = await Promise.race(running.values());
    running.delete(logicalId);
    if (error instanceof Stopped) throw error;
    if (error === undefined) {
      for (const needs of waiting.values()) needs.delete(logicalId);
      continue;
    }
    const reason = error instanceof Error ? error.message : String(error);
    failures.push({ logicalId, reason, isCancelled: error instanceof Cancelled });
    options.failed?.();
  }
  return failures;
}
