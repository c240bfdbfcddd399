import { createProvisioningHandlers, type ProvisioningDeps } from "@greenroom/provisioning/handlers";
import { PROVISIONING_JOBS } from "@greenroom/provisioning/jobs";
import type { HandlersOf } from "@greenroom/queue";

/** Every job there is. */
export const JOBS = [...PROVISIONING_JOBS] as const;

/** And who does it: a job without a handler does not compile. */
export function createHandlers(deps: ProvisioningDeps): HandlersOf<typeof JOBS> {
  return { ...createProvisioningHandlers(deps) };
}
