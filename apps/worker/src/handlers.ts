import { type AccountsDeps, createAccountsHandlers } from "@greenroom/accounts/handlers";
import { ACCOUNTS_JOBS } from "@greenroom/accounts/jobs";
import { type CostsDeps, createCostsHandlers } from "@greenroom/costs/handlers";
import { COSTS_JOBS } from "@greenroom/costs/jobs";
import { createDriftHandlers, type DriftDeps } from "@greenroom/drift/handlers";
import { DRIFT_JOBS } from "@greenroom/drift/jobs";
import { createHealthHandlers, type HealthDeps } from "@greenroom/health/handlers";
import { HEALTH_JOBS } from "@greenroom/health/jobs";
import { createProvisioningHandlers, type ProvisioningDeps } from "@greenroom/provisioning/handlers";
import { PROVISIONING_JOBS } from "@greenroom/provisioning/jobs";
import type { HandlersOf } from "@greenroom/queue";

/** Every job there is. */
export const JOBS = [
  ...PROVISIONING_JOBS,
  ...COSTS_JOBS,
  ...ACCOUNTS_JOBS,
  ...DRIFT_JOBS,
  ...HEALTH_JOBS,
] as const;

export type WorkerDeps = ProvisioningDeps & CostsDeps & AccountsDeps & DriftDeps & HealthDeps;

/** And who does it: a job without a handler does not compile. */
export function createHandlers(deps: WorkerDeps): HandlersOf<typeof JOBS> {
  return {
    ...createProvisioningHandlers(deps),
    ...createCostsHandlers(deps),
    ...createAccountsHandlers(deps),
    ...createDriftHandlers(deps),
    ...createHealthHandlers(deps),
  };
}
