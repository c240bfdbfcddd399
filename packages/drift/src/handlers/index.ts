import type { Handler } from "@greenroom/queue";
import type { DriftDeps } from "../deps";
import { runCheck } from "../run-check";

export type { DriftDeps } from "../deps";
export { CHECK_SWEEP_MS } from "../limits";
export { sweepChecks } from "../sweep-checks";

/** The worker's side: it looks at environments. */
export function createDriftHandlers(deps: DriftDeps) {
  const check: Handler<{ checkId: string }> = ({ checkId }) => runCheck(deps, checkId);
  return { "drift.check": check };
}
