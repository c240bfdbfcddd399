import { act, appendAudit } from "@greenroom/audit";
import { AppError } from "@greenroom/errors";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import { assertMayManageAccounts } from "../assert-may-manage-accounts";
import type { AddAccountInput } from "../schema";

/**
 * Adds an AWS account that environments may be built in. Its external id is made by the database.
 * @throws FORBIDDEN, or CONFLICT when the account is there already
 */
export async function addAccount(
  { db, now }: { db: Database; now: () => Date },
  actor: Actor,
  input: AddAccountInput,
): Promise<{ id: string }> {
  return act({ db, now }, actor, async (tx, actor) => {
    assertMayManageAccounts(actor);
    const [added] = await tx.cloudAccount.createManyAndReturn({
      data: [input],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!added) throw isThere(input.accountId);
    const { accountId, name, regions, roleArn, grafanaUrl } = input;
    await appendAudit(tx, {
      actor,
      action: "account.added",
      subject: { id: added.id, name: `${name} (${accountId})` },
      teamId: null,
      details: { accountId, regions, roleArn, grafanaUrl },
      now: now(),
    });
    return added;
  });
}

function isThere(accountId: string): AppError {
  return new AppError("account.isThere", { accountId }, { field: "accountId" });
}
