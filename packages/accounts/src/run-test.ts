import type { AccountsDeps } from "./deps";
import { TEST_TAKEN_MS } from "./limits";

/**
 * Does a test that waits, unless another worker is at it. What it finds is written down only while nobody has
 * changed the way in or asked anew.
 */
export async function runTest(
  { db, now, accountTester }: Pick<AccountsDeps, "db" | "now" | "accountTester">,
  testId: string,
): Promise<void> {
  const startedAt = now();
  const { count } = await db.accountTest.updateMany({
    where: {
      id: testId,
      finishedAt: null,
      OR: [{ startedAt: null }, { startedAt: { lt: new Date(startedAt.getTime() - TEST_TAKEN_MS) } }],
    },
    data: { startedAt },
  });
  if (count === 0) return;
  const test = await db.accountTest.findUnique({ where: { id: testId }, include: { cloudAccount: true } });
  if (!test) return;
  const { workerArn, calls } = await accountTester.test(test.cloudAccount);
  await db.accountTest.updateMany({
    where: { id: testId, finishedAt: null },
    data: { workerArn, calls: calls.map((call) => ({ ...call })), finishedAt: now() },
  });
}
