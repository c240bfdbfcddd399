import type { PolicyChecker, PolicyInput, PolicyReport } from "../contract";
import { createWarmChild, type WarmChildOptions } from "../warm-child/create-warm-child";

export type PolicyCheckerOptions = Partial<WarmChildOptions>;

const HEAP_MB = 512;
/** The validator's WASM memory takes some 300 MB beside the heap, and never shrinks. */
const MAX_RSS_MB = 1024;

/**
 * A policy checker over one warm child process, started by its first request. It needs 3 seconds to load, then about 20 milliseconds
 * a template. A child that crashes or hangs is replaced and asked again once; when that one fails too, so does the check.
 */
export function createPolicyChecker(options: PolicyCheckerOptions = {}): PolicyChecker {
  const childModule = new URL("./check-in-child.ts", import.meta.url);
  const child = createWarmChild<PolicyInput, PolicyReport>(
    { childModule, timeoutMs: 120_000, maxUses: 500, ...options },
    { task: "The policy check", heapMb: HEAP_MB, maxRssMb: MAX_RSS_MB, attempts: 2 },
  );
  return { check: child.ask, close: child.close };
}
