import { router, signedInProcedure } from "@greenroom/identity";
import type { Database } from "@greenroom/prisma";
import { listAuditEvents } from "./queries/list-audit-events";
import { verifyChain } from "./queries/verify-chain";
import { auditPageSchema, chainVerdictSchema, listAuditEventsInputSchema } from "./schema";

export function createAuditRouter(deps: { db: Database }) {
  return router({
    list: signedInProcedure
      .input(listAuditEventsInputSchema)
      .output(auditPageSchema)
      .query(({ ctx, input }) => listAuditEvents(deps, ctx.actor, input)),
    verify: signedInProcedure.output(chainVerdictSchema).query(({ ctx }) => verifyChain(deps, ctx.actor)),
  });
}
