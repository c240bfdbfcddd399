import type { AddressInfo } from "node:net";
import { createSandbox } from "./create-sandbox";
import { drive } from "./engine/drive";
import { prepareChangeSet } from "./engine/prepare-change-set";
import type { Macro, Sandbox } from "./sandbox";
import { createSandboxServer } from "./server";
import { openJournal } from "./state/journal";

export type { Macro } from "./sandbox";

export interface SandboxOptions {
  /** 0 takes any free port. */
  port: number;
  /** Of real time; 0 is at once. About 0.025 makes a whole environment take half a minute. */
  durations: number;
  /** Where state survives a restart; without it, state is in memory only. */
  dataDir?: string;
  /** Template macros by name. None by default: a template that uses one is refused. */
  macros?: Record<string, Macro>;
}

export interface RunningSandbox {
  url: string;
  /** Stops answering and leaves operations under way in the journal for the next start. */
  close(): Promise<void>;
}

/**
 * Starts the AWS sandbox on loopback and goes on with operations that an earlier stop interrupted.
 * @throws when the port is taken or the data directory cannot be written.
 */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const stop = new AbortController();
  const { durations, dataDir, macros } = options;
  const journal = dataDir === undefined ? undefined : openJournal(dataDir);
  const sandbox = await createSandbox({ durations, journal, macros, shutdown: stop.signal });
  const server = createSandboxServer(sandbox);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  resume(sandbox);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        stop.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function resume(sandbox: Sandbox): void {
  for (const stack of sandbox.store.stacks.values()) {
    if (stack.operation) void drive(sandbox, stack);
  }
  for (const changeSet of sandbox.store.changeSets.values()) {
    if (changeSet.status === "CREATE_PENDING") void prepareChangeSet(sandbox, changeSet);
  }
}
