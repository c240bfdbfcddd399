import "server-only";
import { createAccountsRouter } from "@greenroom/accounts/router";
import { createAuditRouter } from "@greenroom/audit/router";
import { createCostsRouter } from "@greenroom/costs/router";
import { createDriftRouter } from "@greenroom/drift/router";
import { createEnvironmentsRouter } from "@greenroom/environments/router";
import { createHealthRouter } from "@greenroom/health/router";
import { router } from "@greenroom/identity";
import { createIdentityRouter } from "@greenroom/identity/router";
import { createRunsRouter } from "@greenroom/provisioning/router";
import { createRequestsRouter } from "@greenroom/requests/router";
import { getDeps, type PortalDeps } from "./deps";

function createAppRouter(deps: PortalDeps) {
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
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

let appRouter: AppRouter | undefined;

export function getAppRouter(): AppRouter {
  appRouter ??= createAppRouter(getDeps());
  return appRouter;
}
