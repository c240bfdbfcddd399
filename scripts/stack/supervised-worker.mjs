const GRACE_MS = 20_000;
const WINDOW_MS = 60_000;
const MAX_CRASHES = 5;

/**
 * A worker that is started again when it crashes: its work is in the database, and another one takes it up.
 * @param {{start: () => import("./service.mjs").Service, print: (line: string) => void}} options
 */
export function startSupervisedWorker({ start, print }) {
  let crashes = [];
  let isStopping = false;
  let service = start();
  let giveUp;
  const gaveUp = new Promise((resolve) => {
    giveUp = resolve;
  });

  const watch = (current) => {
    current.exited.then((reason) => {
      if (isStopping || current !== service) return;
      const now = Date.now();
      crashes = [...crashes.filter((at) => now - at < WINDOW_MS), now];
      if (crashes.length > MAX_CRASHES) {
        giveUp(
          `worker ended ${crashes.length} times in a minute, at last with ${reason}:\n${current.lastLines()}`,
        );
        return;
      }
      print(`[worker] ended (${reason}); starting it again. Unfinished work goes on by itself.`);
      service = start();
      watch(service);
    });
  };
  watch(service);

  return {
    gaveUp,
    pid: () => service.pid,
    ready: () => service.ready(),
    async restart() {
      const old = service;
      service = undefined;
      await old.stop(GRACE_MS);
      service = start();
      watch(service);
      await service.ready();
    },
    async stop() {
      isStopping = true;
      await service?.stop(GRACE_MS);
    },
  };
}
