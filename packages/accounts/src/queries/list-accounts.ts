import type { Database, Transaction } from "@greenroom/prisma";
import { z } from "zod";
import { type AccountChoice, accountCallSchema } from "../schema";

/** The cloud accounts environments may be built in, by name. */
export async function listAccounts(db: Database | Transaction): Promise<AccountChoice[]> {
  const rows = await db.cloudAccount.findMany({
    select: {
      id: true,
      accountId: true,
      name: true,
      regions: true,
      test: { select: { finishedAt: true, calls: true } },
    },
    orderBy: { name: "asc" },
  });
  return rows.map(({ test, ...account }) => ({
    ...account,
    testPassed: test?.finishedAt ? areAllLetIn(test.calls) : null,
  }));
}

const areAllLetIn = (calls: unknown): boolean =>
  z
    .array(accountCallSchema)
    .parse(calls)
    .every(({ outcome }) => outcome === "OK");
