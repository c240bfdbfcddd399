import type { Database, Transaction } from "@greenroom/prisma";
import type { AccountView } from "../schema";

/** The cloud accounts environments may be built in, by name. */
export async function listAccounts(db: Database | Transaction): Promise<AccountView[]> {
  return db.cloudAccount.findMany({
    select: { id: true, accountId: true, name: true, regions: true },
    orderBy: { name: "asc" },
  });
}
