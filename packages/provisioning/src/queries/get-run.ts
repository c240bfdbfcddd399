import { permissionsOn } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import { listRunEvents } from "../events/run-events";
import { allowedActions } from "../lifecycle";
import { type RunView, runStepSchema } from "../schema";
import { findAttempts } from "./find-attempts";
import { findDashboards } from "./find-dashboards";
import { findExpectedSeconds } from "./find-expected-seconds";
import { findStackRegions } from "./find-stack-regions";
import { findRetryFacts } from "./retry-facts";
import { getAccessibleRun } from "./run-access";
import { toRunRows } from "./to-run-row";

/**
 * A run as it stood at `lastSequence`; events with higher numbers change it. Everything is read from one
 * snapshot of the database, so that no event is both missing here and before the place where `watchRun` goes
 * on.
 * @throws NOT_FOUND also for a run of a team the actor does not see
 */
export async function getRun(
  deps: { db: Database },
  actor: Actor,
  { runId }: { runId: string },
): Promise<RunView> {
  const { run, steps, events } = await deps.db.$transaction(
    async (tx) => ({
      run: await getAccessibleRun(tx, actor, runId),
      steps: await tx.runStep.findMany({ where: { runId }, orderBy: { position: "asc" } }),
      events: await listRunEvents(tx, runId, 0),
    }),
    { isolationLevel: "RepeatableRead" },
  );
  const [[row], attempts, facts, expectedSeconds, stackRegions, dashboards] = await Promise.all([
    toRunRows(deps.db, [run]),
    findAttempts(deps.db, run),
    findRetryFacts(deps.db, run),
    findExpectedSeconds(deps.db, run),
    findStackRegions(deps.db, run),
    findDashboards(deps.db, run),
  ]);
  const isCancelling = run.cancelRequestedAt !== null && run.finishedAt === null;
  return {
    ...row!,
    isCancelling,
    ...attempts,
    steps: steps.map((step) => runStepSchema.parse(step)),
    stackRegions,
    events,
    lastSequence: run.eventsRemovedAt ? run.lastSequence : (events.at(-1)?.sequence ?? 0),
    eventsRemovedAt: run.eventsRemovedAt,
    allowedActions: allowedActions({ status: run.status, ...facts, isCancelling }, permissionsOn(actor, run)),
    dashboards,
    expectedSeconds,
  };
}
