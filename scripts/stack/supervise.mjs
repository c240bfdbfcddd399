import { setTimeout as sleep } from "node:timers/promises";

const WINDOW_MS = 60_000;
const MAX_CRASHES = 5;
/** Doubles with each crash; the first restart is at once. */
const PAUSE_MS = 250;

/**
 * A part of the product that is started again when it crashes: what it had done is in the database or in its journal.
 * A start that fails counts as a crash; more than five crashes in a minute, and it is given up.
 *
 * @template {{pid: number | undefined, exited: Promise<string>, stop(graceMs: number): Promise<void>, lastErrors?(): string}} T
 * @param {{name: string, start: () => T | Promise<T>, graceMs: number, logFile: string, print: (line: string) => void}} options
 *   `start` must bring it back at the same address
 * @throws when the first start fails
 */
export async function supervise({ name, start, graceMs, logFile, print }) {
  let crashes = [];
  let isStopping = false;
  let reviving = Promise.resolve();
  /** @type {T} */
  let service;
  let giveUp;
  const gaveUp = new Promise((resolve) => {
    giveUp = resolve;
  });

  const begin = async () => {
    const started = await start();
    service = started;
    started.exited.then((reason) => {
      if (started === service && !isStopping) reviving = revive(reason, started.lastErrors?.());
    });
  };

  const revive = async (reason, errors) => {
    for (let why = reason; !isStopping; ) {
      const now = Date.now();
      crashes = [...crashes.filter((at) => now - at < WINDOW_MS), now];
      if (crashes.length > MAX_CRASHES) {
        const last = errors ? `:\n${errors}` : ".";
        giveUp(
          `${name} ended ${crashes.length} times in a minute, at last with ${why}; see ${logFile}${last}`,
        );
        return;
      }
      print(`[${name}] ended (${why}); starting it again. Unfinished work goes on by itself.`);
      if (crashes.length > 1) await sleep(PAUSE_MS * 2 ** (crashes.length - 2));
      if (isStopping) return;
      try {
        await begin();
        return;
      } catch (error) {
        why = error.message;
      }
    }
  };

  await begin();
  return {
    gaveUp,
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
      isStopping = true;
      await reviving;
      await service?.stop(graceMs);
    },
  };
}
