import type { StackTarget } from "@greenroom/cloud";
import type { Prisma, Transaction } from "@greenroom/prisma";
import type { ProvisioningDeps } from "./deps";
import { type Lease, type RunRecord, withFence } from "./lease/lease";
import type { StepStatus } from "./lifecycle";
import type { SealedStack } from "./plan/approved-plan";
import type { PlanDraft } from "./plan/plan-draft";
import type { RunSubject } from "./plan/run-subject";
import type { StackOrder } from "./plan/stack-order";
import type { Failure, RemovedStack, StepKind } from "./schema";

/** The tag of every stack that names its environment. */
export const ENVIRONMENT_TAG = "greenroom:environment";

export interface StepRecord {
  runId: string;
  position: number;
  key: string;
  kind: StepKind;
  stackKey: string | null;
  status: StepStatus;
  checkpoint: unknown;
}

/** One claim's worth of work on a run. */
export interface Slice {
  deps: ProvisioningDeps;
  lease: Lease;
  run: RunRecord;
  subject: RunSubject;
  /** Of the plan's stacks, and of those that it removes. */
  order: readonly StackOrder[];
  /** Re-read after every round. */
  steps: StepRecord[];
  isCancelling: boolean;
  /** Of a PLAN run. */
  draft: PlanDraft | null;
}

/** What one look at a step came to. `write` happens in the transaction that changes the step's status. */
export type StepOutcome =
  | { is: "DONE"; status: "SUCCEEDED" | "SKIPPED" | "CANCELLED"; write?: (tx: Transaction) => Promise<void> }
  | { is: "FAILED"; failure: Failure; write?: (tx: Transaction) => Promise<void> }
  /** There is more to do at once. */
  | { is: "AGAIN" }
  | { is: "WAIT"; ms: number }
  /** The step ended the run itself. */
  | { is: "SETTLED" };

export type StepRunner = (slice: Slice, step: StepRecord) => Promise<StepOutcome>;

export const done = (write?: (tx: Transaction) => Promise<void>): StepOutcome => ({
  is: "DONE",
  status: "SUCCEEDED",
  write,
});

/**
 * Writes where a step stands: always before the effect that it announces. Whoever goes on after a crash
 * starts from here.
 * @throws LeaseLost
 */
export async function saveCheckpoint(
  { deps, lease }: Slice,
  step: StepRecord,
  checkpoint: object,
  also?: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const value = JSON.parse(JSON.stringify(checkpoint)) as Prisma.InputJsonObject;
  await withFence(deps.db, lease, async (tx) => {
    await tx.runStep.update({
      where: { runId_position: { runId: step.runId, position: step.position } },
      data: { checkpoint: value },
    });
    await also?.(tx);
  });
  step.checkpoint = value;
}

/** The draft of a slice of a PLAN run. */
export function draftOf({ draft, run }: Slice): PlanDraft {
  if (!draft) throw new Error(`Run ${run.id} is no plan.`);
  return draft;
}

/** A stack of the approved plan: one that it builds or deletes, or one that it takes away. */
function approvedStack({ run, subject }: Slice, stackKey: string): SealedStack | RemovedStack {
  const { stacks = [], removed = [] } = subject.plan ?? {};
  const stack = [...stacks, ...removed].find(({ key }) => key === stackKey);
  if (!stack)
    throw new Error(`Run ${run.id} has a step for the stack "${stackKey}", which its plan does not know.`);
  return stack;
}

/** Where a stack of this run lives. */
export function targetOf(slice: Slice, stackKey: string): StackTarget {
  const { region, stackName } = approvedStack(slice, stackKey);
  const { context, access } = slice.subject;
  return { accountId: context.accountId, region, stackName, access };
}

/** The role that its deletion is asked for with. */
export function executionRoleOf(slice: Slice, stackKey: string): string | null {
  const stack = approvedStack(slice, stackKey);
  return "settings" in stack ? stack.settings.executionRoleArn : stack.executionRoleArn;
}
