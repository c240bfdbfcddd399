import { setTimeout as sleep } from "node:timers/promises";
import { fromUnknown } from "@greenroom/errors";
import type { AccountsDeps } from "./deps";
import { testAccount } from "./jobs";
import { TEST_BATCH, TEST_LATENESS_MS, TEST_SWEEP_MS, TEST_TAKEN_MS } from "./limits";

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

/** Looks every few seconds until `stop`; a database that is away is tried again at the next turn. */
export async function keepTesting(deps: AccountsDeps, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      await sweepTests(deps);
    } catch (error) {
      deps.log.warn({ err: fromUnknown(error) }, "Could not look for tests of accounts that wait.");
    }
    await sleep(TEST_SWEEP_MS, undefined, { signal: stop }).catch(() => {});
  }
}
