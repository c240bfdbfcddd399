import { router, signedInProcedure } from "@greenroom/identity";
import { z } from "zod";
import { approveRequest } from "./commands/approve-request";
import { rejectRequest } from "./commands/reject-request";
import { submitRequest } from "./commands/submit-request";
import { withdrawRequest } from "./commands/withdraw-request";
import type { RequestsDeps } from "./deps";
import { checkRequest } from "./queries/check-request";
import { getFormContext } from "./queries/get-form-context";
import { getRequest } from "./queries/get-request";
import { listRequests } from "./queries/list-requests";
import {
  decisionInputSchema,
  formContextSchema,
  formProblemSchema,
  listRequestsInputSchema,
  rejectInputSchema,
  requestDraftInputSchema,
  requestPageSchema,
  requestViewSchema,
  submitRequestInputSchema,
  withdrawInputSchema,
} from "./schema";

const decidedSchema = z.object({ runId: z.string().nullable() });

export function createRequestsRouter(deps: RequestsDeps) {
  return router({
    formContext: signedInProcedure
      .output(formContextSchema)
      .query(({ ctx }) => getFormContext(deps, ctx.actor)),
    check: signedInProcedure
      .meta({ work: 2 })
      .input(requestDraftInputSchema)
      .output(z.array(formProblemSchema))
      .query(({ ctx, input }) => checkRequest(deps, ctx.actor, input)),
    submit: signedInProcedure
      .input(submitRequestInputSchema)
      .output(z.object({ id: z.string(), number: z.number().int() }))
      .mutation(({ ctx, input }) => submitRequest(deps, ctx.actor, input)),
    get: signedInProcedure
      .input(z.strictObject({ requestId: z.string().max(64) }))
      .output(requestViewSchema)
      .query(({ ctx, input }) => getRequest(deps, ctx.actor, input)),
    list: signedInProcedure
      .input(listRequestsInputSchema)
      .output(requestPageSchema)
      .query(({ ctx, input }) => listRequests(deps, ctx.actor, input)),
    approve: signedInProcedure
      .input(decisionInputSchema)
      .output(decidedSchema)
      .mutation(({ ctx, input }) => approveRequest(deps, ctx.actor, input)),
    reject: signedInProcedure
      .input(rejectInputSchema)
      .output(decidedSchema)
      .mutation(({ ctx, input }) => rejectRequest(deps, ctx.actor, input)),
    withdraw: signedInProcedure
      .input(withdrawInputSchema)
      .output(z.object({ requestId: z.string() }))
      .mutation(({ ctx, input }) => withdrawRequest(deps, ctx.actor, input)),
  });
}
