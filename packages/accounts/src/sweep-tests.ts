import type { AccountsDeps } from "./deps";
import { testAccount } from "./jobs";
import { TEST_BATCH, TEST_LATENESS_MS, TEST_TAKEN_MS } from "./limits";

/** Wakes tests whose job the queue has lost, or whose worker has died. @returns how many */
export async function sweepTests({
  db,
  enqueue,
  now,
}: Pick<AccountsDeps, "db" | "enqueue" | "now">): Promise<number> {
  const before = (ms: number) => new Date(now().getTime() - ms);
  const late = await db.accountTest.findMany({
    where: {
      finishedAt: null,
      OR: [
        { startedAt: null, askedAt: { lt: before(TEST_LATENESS_MS) } },
        { startedAt: { lt: before(TEST_TAKEN_MS) } },
      ],
    },
    select: { id: true, startedAt: true },
    take: TEST_BATCH,
  });
  for (const { id, startedAt } of late) {
    const jobId = `test-${id}-${startedAt?.getTime() ?? 0}-late`;
    await enqueue(testAccount, { testId: id }, { jobId });
  }
  return late.length;
}
