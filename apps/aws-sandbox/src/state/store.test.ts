import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openJournal } from "./journal";
import { KEPT } from "./retention";
import { Store } from "./store";
import type { ChangeSet, Stack } from "./types";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "store-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

const overgrownBytes = 100_000;
const open = () => new Store(openJournal(directory, { overgrownBytes }));
const size = () => statSync(join(directory, "sandbox-journal.jsonl")).size;
const stackOf = (name: string, status: string): Stack => ({
  stackId: `arn:${name}`,
  stackName: name,
  accountId: "1",
  region: "us-east-1",
  status,
  creationTime: "2026-01-01",
  outputs: [],
  imports: [],
  terminationProtection: false,
  disableRollback: false,
  resources: new Map(),
  events: [],
});
const executed = (stack: Stack, index: number) =>
  ({
    changeSetId: `${stack.stackId}/${index}`,
    stackId: stack.stackId,
    executionStatus: "EXECUTE_COMPLETE",
    description: "x".repeat(200),
  }) as ChangeSet;

/** The life of a stack from its creation through changes to its deletion, as many runs leave it. */
function liveThrough(store: Store, name: string, isDeleted: boolean): void {
  const stack = stackOf(name, "CREATE_COMPLETE");
  for (let change = 0; change < 5; change++) {
    store.saveStack(stack);
    store.saveChangeSet(executed(stack, change));
    store.saveToken({ key: `${name} ${change}`, fingerprint: "", result: {} });
    store.addToLedger({ at: "", action: "UPDATE", stackName: name, stackId: stack.stackId });
    store.saveResource(stack, { logicalId: "Q", physicalId: `${name}-q` } as never);
    store.addEvent(stack, { EventId: `${name}-${change}`, StackId: stack.stackId } as never);
  }
  if (isDeleted) store.saveStack(Object.assign(stack, { status: "DELETE_COMPLETE", deletionTime: name }));
}

it("keeps its size in proportion to what exists while it runs, and finds everything again that exists", () => {
  const store = open();
  liveThrough(store, "stays", false);
  let most = 0;
  for (let run = 0; run < 1_500; run++) {
    liveThrough(store, `comes-and-goes-${String(run).padStart(5, "0")}`, true);
    most = Math.max(most, size());
  }
  const expected = [...store.stacks.values()].slice(-KEPT.deletedStacks);
  const again = open();
  expect(most).toBeLessThan(2 * (size() + overgrownBytes));
  expect(again.stacks.size).toBe(KEPT.deletedStacks + 1);
  expect(again.stacks.get("arn:stays")?.events).toHaveLength(5);
  expect([...again.stacks.keys()].slice(1)).toEqual(expected.map(({ stackId }) => stackId));
  expect(again.changeSetsOf("arn:stays")).toHaveLength(KEPT.executedChangeSetsOfStack);
  expect(again.holdersOf("stays-q")).toHaveLength(1);
  expect(again.holdersOf("comes-and-goes-00000-q")).toEqual([]);
  expect(again.tokens.size).toBe(KEPT.tokens);
});
