import type { Handler } from "@greenroom/queue";
import type { HealthDeps } from "../deps";
import { runLook } from "../run-look";

export type { HealthDeps } from "../deps";
export { HEALTH_SWEEP_MS } from "../limits";
export { sweepHealth } from "../sweep-health";

/** The worker's side: it looks at environments. */
export function createHealthHandlers(deps: HealthDeps) {
  const look: Handler<{ environmentId: string }> = ({ environmentId }) => runLook(deps, environmentId);
  return { "health.check": look };
}
