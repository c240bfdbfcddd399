import { Access } from "./control/access";
import { Faults } from "./control/faults";
import { Throttles } from "./control/throttles";
import { Durations } from "./resources/durations";
import { loadSpecification } from "./resources/specification";
import type { Macro, Sandbox } from "./sandbox";
import type { Journal } from "./state/journal";
import { Store } from "./state/store";

/**
 * Everything the actions and the engine work with, without a server in front of it.
 * @param options `durations` scales real time, 0 is at once; without a journal the state is in memory only.
 */
export async function createSandbox(options: {
  durations: number;
  shutdown: AbortSignal;
  journal?: Journal;
  macros?: Record<string, Macro>;
}): Promise<Sandbox> {
  return {
    store: new Store(options.journal),
    specification: await loadSpecification(),
    durations: new Durations(options.durations),
    faults: new Faults(),
    throttles: new Throttles(),
    access: new Access(),
    macros: options.macros ?? {},
    runs: new Map(),
    counters: new Map(),
    now: () => new Date().toISOString(),
    shutdown: options.shutdown,
  };
}
