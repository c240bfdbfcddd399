import { recordEnvironmentTransition } from "@greenroom/environments";
import { busyStatus, type EnvironmentStatus, isBusy } from "@greenroom/environments/lifecycle";
import { message } from "@greenroom/messages";
import type { Database, Transaction } from "@greenroom/prisma";
import type { ProvisioningDeps } from "../deps";
import type { RunEventDraft } from "../events/run-events";
import { type Lease, type RunRecord, withFence } from "../lease/lease";
import { runStepSchema } from "../schema";
import { type StepDraft, stepsOf } from "../steps/run-steps";
import { recordRunTransition } from "../transitions/record-run-transition";

/**
 * A run's first moment: its steps are written with the first one RUNNING (nothing comes before it), the run
 * is RUNNING, and its environment is busy. It reads only what the steps follow from, so that a run is seen to
 * start as soon as a worker has it.
 */
export async function startRun(deps: ProvisioningDeps, run: RunRecord, lease: Lease): Promise<void> {
  const planned = run.kind === "PLAN" ? null : await readPlannedStacks(deps.db, run.id);
  const keyed = (keys: readonly string[] = []) => keys.map((key) => ({ key }));
  const drafts = stepsOf(run, { stacks: keyed(planned?.stacks), removed: keyed(planned?.removed) });
  await withFence(deps.db, lease, async (tx) => {
    const now = deps.now();
    const events = await createSteps(tx, run.id, drafts, now);
    await recordRunTransition(tx, run.id, { from: ["QUEUED"], to: "RUNNING", now, events });
    if (planned) await markEnvironmentBusy(tx, run, planned, now);
  });
}

interface PlannedStacks {
  requestKind: "CREATE" | "CHANGE" | "REVERT" | "DESTROY";
  environmentId: string | null;
  environmentStatus: EnvironmentStatus | null;
  /** Keys in the order of the plan. */
  stacks: string[];
  /** Keys of deployed stacks that the plan takes away, in the order of their deployment. */
  removed: string[];
}

/** In one statement, and without the templates, which are large. */
async function readPlannedStacks(db: Database, runId: string): Promise<PlannedStacks | null> {
  const [planned] = await db.$queryRaw<PlannedStacks[]>`
    SELECT request."kind" AS "requestKind", environment."id" AS "environmentId",
      environment."status" AS "environmentStatus",
      ARRAY(SELECT stack->>'key' FROM jsonb_array_elements(plan."stacks") WITH ORDINALITY AS stacks(stack, place)
        ORDER BY place) AS "stacks",
      ARRAY(SELECT stack->>'key' FROM jsonb_array_elements(plan."removed") WITH ORDINALITY AS stacks(stack, place)
        ORDER BY place) AS "removed"
    FROM "Run" run
    JOIN "Request" request ON request."id" = run."requestId"
    LEFT JOIN "Environment" environment ON environment."id" = run."environmentId"
    LEFT JOIN "Plan" plan ON plan."runId" = request."planRunId"
    WHERE run."id" = ${runId}`;
  return planned ?? null;
}

async function createSteps(
  tx: Transaction,
  runId: string,
  drafts: readonly StepDraft[],
  now: Date,
): Promise<RunEventDraft[]> {
  const rows = await tx.runStep.createManyAndReturn({
    data: drafts.map((draft, position) => ({
      runId,
      position,
      ...draft,
      ...(position === 0 && { status: "RUNNING" as const, startedAt: now }),
    })),
  });
  return rows
    .toSorted((a, b) => a.position - b.position)
    .map((row) => ({ at: now, data: { kind: "STEP" as const, step: runStepSchema.parse(row) } }));
}

/**
 * The command that queued the run has done this already, unless it left the environment as a failed run had
 * left it.
 */
async function markEnvironmentBusy(
  tx: Transaction,
  run: RunRecord,
  planned: PlannedStacks,
  now: Date,
): Promise<void> {
  const { environmentId, environmentStatus, requestKind } = planned;
  if (environmentId === null || environmentStatus === null || isBusy(environmentStatus)) return;
  await recordEnvironmentTransition(tx, environmentId, {
    to: busyStatus({ ends: run.kind === "DESTROY", isFirst: requestKind === "CREATE" }),
    cause: message("trail.runStarted", { number: run.number }),
    actor: null,
    now,
  });
}
