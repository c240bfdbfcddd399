import { isDeepStrictEqual } from "node:util";
import { act, appendAudit } from "@greenroom/audit";
import { AppError } from "@greenroom/errors";
import type { Actor } from "@greenroom/identity/schema";
import { type Database, takeLocks } from "@greenroom/prisma";
import { accountNotFound } from "../account-not-found";
import { assertMayManageAccounts } from "../assert-may-manage-accounts";
import type { ChangeAccountInput } from "../schema";

/**
 * Changes an account's name, regions, way in or Grafana. What an earlier test found of another way in is
 * forgotten. Saying the same again changes nothing.
 * @throws FORBIDDEN, NOT_FOUND, INVALID_INPUT for another number, or STALE when somebody changed it since the
 * form was opened
 */
export async function changeAccount(
  { db, now }: { db: Database; now: () => Date },
  actor: Actor,
  { id, version, accountId, ...input }: ChangeAccountInput,
): Promise<void> {
  await act({ db, now }, actor, async (tx, actor) => {
    assertMayManageAccounts(actor);
    await takeLocks(tx, ["account", id]);
    const account = await tx.cloudAccount.findUnique({ where: { id } });
    if (!account) throw accountNotFound();
    if (account.accountId !== accountId) throw otherNumber(account.accountId, accountId);
    const { name, regions, roleArn, grafanaUrl } = account;
    const before = { name, regions, roleArn, grafanaUrl };
    if (isDeepStrictEqual(before, input)) return;
    if (account.version !== version) throw stale(name);
    await tx.cloudAccount.update({ where: { id }, data: { ...input, version: { increment: 1 } } });
    const isSameWay = roleArn === input.roleArn && isDeepStrictEqual(regions, input.regions);
    if (!isSameWay) await tx.accountTest.deleteMany({ where: { cloudAccountId: id } });
    await appendAudit(tx, {
      actor,
      action: "account.changed",
      subject: { id, name: `${input.name} (${accountId})` },
      teamId: null,
      details: { before, after: input },
      now: now(),
    });
  });
}

function otherNumber(accountId: string, given: string): AppError {
  return new AppError("account.numberStays", { accountId, given }, { field: "accountId" });
}

function stale(name: string): AppError {
  return new AppError("account.stale", { name });
}
