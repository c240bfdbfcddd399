import { setTimeout as sleep } from "node:timers/promises";
import { fromUnknown } from "@greenroom/errors";
import type { Logger } from "@greenroom/logger";

/**
 * Does `work` until `stop`, with `intervalMs` between the end of one turn and the next. A turn that fails is
 * logged and does not end the others: what was away may be back by then.
 * @param what is looked after, for the log
 */
export async function runEvery(
  intervalMs: number,
  what: string,
  work: () => Promise<unknown>,
  { log, stop }: { log: Pick<Logger, "warn">; stop: AbortSignal },
): Promise<void> {
  while (!stop.aborted) {
    await work().catch((error) => log.warn({ err: fromUnknown(error) }, `Could not see to ${what}.`));
    await sleep(intervalMs, undefined, { signal: stop }).catch(() => {});
  }
}
