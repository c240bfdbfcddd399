import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import { z } from "zod";
import { assertMayManageAccounts } from "../assert-may-manage-accounts";
import { MAX_ACCOUNTS } from "../limits";
import { accountCallSchema, type ManagedAccount } from "../schema";

/**
 * All accounts by name, with the way in and what its newest test found.
 * @throws FORBIDDEN for everybody but platform engineers
 */
export async function listManagedAccounts({ db }: { db: Database }, actor: Actor): Promise<ManagedAccount[]> {
  assertMayManageAccounts(actor);
  const rows = await db.cloudAccount.findMany({
    include: {
      test: true,
      _count: { select: { environments: { where: { status: { not: "DESTROYED" } } } } },
    },
    orderBy: { name: "asc" },
    take: MAX_ACCOUNTS,
  });
  return rows.map(({ test, _count, ...account }) => ({
    ...account,
    environmentCount: _count.environments,
    test: test && { ...test, calls: z.array(accountCallSchema).parse(test.calls) },
  }));
}
