import type { StackEvent } from "@aws-sdk/client-cloudformation";
import { afterAll, vi } from "vitest";
import { type SandboxOptions, startSandbox } from "../src/index";
import { allEvents, callControl, clientFor } from "./client";

/** Opens a sandbox for the tests of one file, with clients of it, and closes it after them. */
export async function openSandbox(options: Partial<SandboxOptions> = {}) {
  vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
  const sandbox = await startSandbox({ port: 0, durations: 0, ...options });
  afterAll(() => sandbox.close());
  const client = clientFor(sandbox.url);
  return {
    url: sandbox.url,
    client,
    /** Calls the sandbox's own control API. */
    control: (path: string, input?: unknown, method = "POST") =>
      callControl(sandbox.url, method, path, input),
    /** What was done to the stack of this name, as the ledger counts it. */
    ledger: async (stackName: string) => {
      const answer = await callControl(sandbox.url, "GET", "ledger");
      const { ledger } = (await answer.json()) as { ledger: { stackName: string }[] };
      return ledger.filter((entry) => entry.stackName === stackName);
    },
    /** The stack's events, oldest first, each as "resource status reason". */
    eventLines: async (stackId: string) => (await allEvents(client, stackId)).map(eventLine).reverse(),
  };
}

const eventLine = ({ LogicalResourceId, ResourceStatus, ResourceStatusReason }: StackEvent) =>
  [LogicalResourceId, ResourceStatus, ResourceStatusReason].filter(Boolean).join(" ");
