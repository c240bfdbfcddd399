import { act, appendAudit } from "@greenroom/audit";
import type { Actor } from "@greenroom/identity/schema";
import { type Database, takeLocks } from "@greenroom/prisma";
import type { Enqueue } from "@greenroom/queue";
import { accountNotFound } from "../account-not-found";
import { assertMayManageAccounts } from "../assert-may-manage-accounts";
import { testAccount } from "../jobs";
import { TEST_TAKEN_MS } from "../limits";
import type { TestAccountInput } from "../schema";

/**
 * Asks for a test of the way into an account, which a worker does. Asking while one is under way is asking
 * once.
 * @throws FORBIDDEN or NOT_FOUND
 */
export async function requestTest(
  { db, enqueue, now }: { db: Database; enqueue: Enqueue; now: () => Date },
  actor: Actor,
  { id }: TestAccountInput,
): Promise<void> {
  const testId = await act({ db, now }, actor, async (tx, actor) => {
    assertMayManageAccounts(actor);
    await takeLocks(tx, ["account", id]);
    const account = await tx.cloudAccount.findUnique({ where: { id }, include: { test: true } });
    if (!account) throw accountNotFound();
    const askedAt = now();
    const { test, name, accountId, roleArn } = account;
    const isUnderWay =
      test !== null && test.finishedAt === null && askedAt.getTime() - test.askedAt.getTime() < TEST_TAKEN_MS;
    if (isUnderWay) return test.id;
    await tx.accountTest.deleteMany({ where: { cloudAccountId: id } });
    const asked = await tx.accountTest.create({
      data: { cloudAccountId: id, askedById: actor.userId, askedAt },
    });
    await appendAudit(tx, {
      actor,
      action: "account.tested",
      subject: { id, name: `${name} (${accountId})` },
      teamId: null,
      details: { roleArn },
      now: askedAt,
    });
    return asked.id;
  });
  await enqueue(testAccount, { testId }, { jobId: `test-${testId}` });
}
