import { router, signedInProcedure } from "@greenroom/identity";
import type { Database } from "@greenroom/prisma";
import type { Enqueue } from "@greenroom/queue";
import { z } from "zod";
import { addAccount } from "./commands/add-account";
import { changeAccount } from "./commands/change-account";
import { requestTest } from "./commands/request-test";
import { listManagedAccounts } from "./queries/list-managed-accounts";
import {
  addAccountInputSchema,
  changeAccountInputSchema,
  managedAccountSchema,
  testAccountInputSchema,
} from "./schema";

export function createAccountsRouter(deps: { db: Database; enqueue: Enqueue; now: () => Date }) {
  return router({
    list: signedInProcedure
      .output(managedAccountSchema.array())
      .query(({ ctx }) => listManagedAccounts(deps, ctx.actor)),
    add: signedInProcedure
      .input(addAccountInputSchema)
      .output(z.object({ id: z.string() }))
      .mutation(({ ctx, input }) => addAccount(deps, ctx.actor, input)),
    change: signedInProcedure
      .input(changeAccountInputSchema)
      .mutation(({ ctx, input }) => changeAccount(deps, ctx.actor, input)),
    test: signedInProcedure
      .input(testAccountInputSchema)
      .mutation(({ ctx, input }) => requestTest(deps, ctx.actor, input)),
  });
}
