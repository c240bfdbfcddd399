import { setTimeout as sleep } from "node:timers/promises";

const WINDOW_MS = 60_000;
/** After this many crashes in a minute its last errors are told, too. */
const MANY_CRASHES = 5;
/** Doubles with each crash within a minute, up to the longest; the first restart is at once. */
const PAUSE_MS = 250;
const MAX_PAUSE_MS = 15_000;

/**
 * A part of the product that is started again when it crashes, however often: what it had done is in the
 * database or in its journal, and the other parts go on meanwhile. A start that fails counts as a crash.
 *
 * @template {{pid: number | undefined, exited: Promise<string>, stop(graceMs: number): Promise<void>,
 * lastErrors?(): string}} T
 * @param {{name: string, start: () => T | Promise<T>, graceMs: number, logFile: string, print: (line: string)
 * => void, pauseMs?: number}} options
 *   `start` must bring it back at the same address; tests shorten the pause
 * @throws when the first start fails
 */
export async function supervise({ name, start, graceMs, logFile, print, pauseMs = PAUSE_MS }) {
  let crashes = [];
  const stopping = new AbortController();
  let reviving = Promise.resolve();
  /** @type {T} */
  let service;

  const begin = async () => {
    const started = await start();
    service = started;
    started.exited.then((reason) => {
      if (started === service && !stopping.signal.aborted) reviving = revive(reason, started.lastErrors?.());
    });
  };

  const revive = async (reason, errors) => {
    for (let why = reason; !stopping.signal.aborted; ) {
      const now = Date.now();
      crashes = [...crashes.filter((at) => now - at < WINDOW_MS), now];
      const pause =
        crashes.length > 1 ? Math.min(MAX_PAUSE_MS, pauseMs * 2 ** Math.min(crashes.length - 2, 20)) : 0;
      print(`[${name}] ${told(why, pause, errors)}`);
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        await begin();
        return;
      } catch (error) {
        why = error.message;
      }
    }
  };

  const told = (why, pause, errors) => {
    const next = pause < 1_000 ? "" : ` in ${Math.round(pause / 1_000)} s`;
    if (crashes.length <= MANY_CRASHES)
      return `ended (${why}); starting it again${next}. Unfinished work goes on by itself.`;
    const last = errors ? `:\n${errors}` : ".";
    return `ended ${crashes.length} times in a minute, at last with ${why}; starting it again${next}. The other parts go on. See ${logFile}${last}`;
  };

  await begin();
  return {
    first: service,
    pid: () => service.pid,
    ready: () => service.ready(),
    async restart() {
      const old = service;
      service = undefined;
      await old.stop(graceMs);
      await begin();
      await service.ready();
    },
    async stop() {
      stopping.abort();
      await reviving;
      await service?.stop(graceMs);
    },
  };
}
