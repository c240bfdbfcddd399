import type { ChangeSet, DriftDetection, LedgerEntry, Stack, TokenUse } from "./types";

/**
 * How much of what is over the sandbox remembers, so that its size follows what exists and not how long it
 * runs. AWS lists deleted stacks and events for 90 days (ListStacks, API reference); a simulation of a
 * fortieth of real time has no use for days.
 */
export const KEPT = {
  deletedStacks: 100,
  eventsOfStack: 2_000,
  executedChangeSetsOfStack: 3,
  detections: 1_000,
  tokens: 5_000,
  ledgerEntries: 10_000,
};

interface State {
  stacks: Map<string, Stack>;
  changeSets: Map<string, ChangeSet>;
  detections: Map<string, DriftDetection>;
  tokens: Map<string, TokenUse>;
  ledger: LedgerEntry[];
}

/** Forgets what is over and beyond `kept`, the oldest first. */
export function prune({ stacks, changeSets, detections, tokens, ledger }: State, kept = KEPT): void {
  const deleted = [...stacks.values()]
    .filter(({ status }) => status === "DELETE_COMPLETE")
    .sort((a, b) => (a.deletionTime ?? "").localeCompare(b.deletionTime ?? ""));
  for (const { stackId } of deleted.slice(0, Math.max(0, deleted.length - kept.deletedStacks)))
    stacks.delete(stackId);
  for (const stack of stacks.values()) {
    const surplus = stack.events.length - kept.eventsOfStack;
    // The oldest tell of a stack's creation, which is how one is told from another of its name.
    if (surplus > 0) stack.events.splice(1, surplus);
  }
  const executed = new Map<string, string[]>();
  for (const { changeSetId, stackId, executionStatus } of changeSets.values()) {
    if (!stacks.has(stackId)) changeSets.delete(changeSetId);
    else if (executionStatus === "EXECUTE_COMPLETE" || executionStatus === "EXECUTE_FAILED") {
      executed.set(stackId, [...(executed.get(stackId) ?? []), changeSetId]);
    }
  }
  for (const ids of executed.values()) {
    for (const id of ids.slice(0, Math.max(0, ids.length - kept.executedChangeSetsOfStack)))
      changeSets.delete(id);
  }
  forgetOldest(detections, kept.detections);
  forgetOldest(tokens, kept.tokens);
  ledger.splice(0, Math.max(0, ledger.length - kept.ledgerEntries));
}

function forgetOldest(all: Map<string, unknown>, kept: number): void {
  for (const key of [...all.keys()].slice(0, Math.max(0, all.size - kept))) all.delete(key);
}
