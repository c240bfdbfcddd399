import { recordEnvironmentTransition } from "@greenroom/environments";
import { isBusy } from "@greenroom/environments/lifecycle";
import type { Transaction } from "@greenroom/prisma";
import { appendRunEvents } from "./append-run-events";
import { withFence } from "./lease";
import { recordRunTransition } from "./record-run-transition";
import { applySteps, destroySteps, planSteps, type StepDraft } from "./run-steps";
import { runStepSchema } from "./schema";
import type { Slice } from "./slice";

/** A run's first moment: its steps are laid out, it is RUNNING, and its environment is busy. */
export async function startRun(slice: Slice): Promise<void> {
  const { deps, lease, run } = slice;
  const drafts = stepsOf(slice);
  await withFence(deps.db, lease, async (tx) => {
    const now = deps.now();
    await layOut(tx, run.id, drafts, now);
    await recordRunTransition(tx, run.id, { from: ["QUEUED"], to: "RUNNING", now });
    await occupy(tx, slice, now);
  });
}

function stepsOf({ run, subject: { plan, environment } }: Slice): StepDraft[] {
  if (run.kind === "PLAN") return planSteps();
  const stacks = plan?.stacks ?? [];
  if (run.kind === "DESTROY") return destroySteps(stacks);
  const removed = (environment?.stacks ?? [])
    .map(({ key }) => key)
    .filter((key) => !stacks.some((stack) => stack.key === key));
  return applySteps({ stacks, removed: removed.reverse(), isClean: run.retryMode === "CLEAN" });
}

async function layOut(
  tx: Transaction,
  runId: string,
  drafts: readonly StepDraft[],
  now: Date,
): Promise<void> {
  const rows = await tx.runStep.createManyAndReturn({
    data: drafts.map((draft, position) => ({ runId, position, ...draft })),
  });
  await appendRunEvents(
    tx,
    runId,
    rows
      .toSorted((a, b) => a.position - b.position)
      .map((row) => ({ at: now, data: { kind: "STEP" as const, step: runStepSchema.parse(row) } })),
  );
}

/** The command that queued the run has done this already, unless it left the environment as a failed run had left it. */
async function occupy(tx: Transaction, { run, subject }: Slice, now: Date): Promise<void> {
  const { environment, request } = subject;
  if (run.kind === "PLAN" || !environment || isBusy(environment.status)) return;
  const to = run.kind === "DESTROY" ? "DESTROYING" : request.kind === "CREATE" ? "PROVISIONING" : "UPDATING";
  await recordEnvironmentTransition(tx, environment.id, {
    to,
    cause: `Run #${run.number} started.`,
    actor: null,
    now,
  });
}
