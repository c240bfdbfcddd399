import { router, signedInProcedure } from "@greenroom/identity";
import type { Database } from "@greenroom/prisma";
import type { CheckpointFolder } from "./checkpoint-folder";
import { listAuditEvents } from "./queries/list-audit-events";
import { verifyChain } from "./queries/verify-chain";
import { auditPageSchema, chainVerdictSchema, listAuditEventsInputSchema } from "./schema";

export interface AuditRouterDeps {
  db: Database;
  now: () => Date;
  /** Absent where no worker signs checkpoints. */
  checkpoints?: CheckpointFolder | null;
}

export function createAuditRouter(deps: AuditRouterDeps) {
  return router({
    list: signedInProcedure
      .input(listAuditEventsInputSchema)
      .output(auditPageSchema)
      .query(({ ctx, input }) => listAuditEvents(deps, ctx.actor, input)),
    verify: signedInProcedure
      .meta({ work: 60 })
      .output(chainVerdictSchema)
      .query(({ ctx }) => verifyChain(deps, ctx.actor)),
  });
}
