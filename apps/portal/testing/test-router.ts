import { createAccountsRouter } from "@greenroom/accounts/router";
import { createAuditRouter } from "@greenroom/audit/router";
import { createCostsRouter } from "@greenroom/costs/router";
import { createDriftRouter } from "@greenroom/drift/router";
import { createEnvironmentsRouter } from "@greenroom/environments/router";
import { createHealthRouter } from "@greenroom/health/router";
import { router } from "@greenroom/identity";
import { createIdentityRouter } from "@greenroom/identity/router";
import type { Database } from "@greenroom/prisma";
import { createRunsRouter } from "@greenroom/provisioning/router";
import { createRequestsRouter } from "@greenroom/requests/router";
import type { AppRouter } from "../src/server/app-router";

/**
 * The portal's router on a test's database, without a queue. The type says that no router of the portal is
 * left out.
 */
export function createTestRouter(db: Database) {
  const deps = {
    db,
    now: () => new Date(),
    enqueue: async () => {},
    runEvents: { subscribe: () => () => {} },
    hasAwsConsole: false,
  };
  return router({
    identity: createIdentityRouter(deps),
    accounts: createAccountsRouter(deps),
    environments: createEnvironmentsRouter(deps),
    costs: createCostsRouter(deps),
    drift: createDriftRouter(deps),
    health: createHealthRouter(deps),
    requests: createRequestsRouter(deps),
    runs: createRunsRouter(deps),
    audit: createAuditRouter(deps),
  }) satisfies AppRouter;
}
