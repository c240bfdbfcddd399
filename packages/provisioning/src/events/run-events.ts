import { outcomeOf, phaseOf } from "@greenroom/cloud/statuses";
import { type Database, type Prisma, type Transaction, takeLocks } from "@greenroom/prisma";
import { type RunEventData, type RunEventView, runEventSchema } from "../schema";

export interface RunEventDraft {
  at: Date;
  data: RunEventData;
  /** The cloud's own id of it: the same id twice is one event. */
  sourceEventId?: string;
}

/**
 * Adds events to a run's numbered log, without gap or repeat: the run's row is locked, so numbers are given
 * out one writer at a time, and an event whose source id is there already is left out. A trigger of the table
 * notifies `run_events`.
 *
 * @returns how many were new
 */
export async function appendRunEvents(
  tx: Transaction,
  runId: string,
  drafts: readonly RunEventDraft[],
): Promise<number> {
  const fresh = await withoutKnown(tx, runId, drafts);
  if (fresh.length === 0) return 0;
  const [run] = await tx.$queryRaw<{ lastSequence: number }[]>`
    UPDATE "Run" SET "lastSequence" = "lastSequence" + ${fresh.length}::int WHERE "id" = ${runId}
    RETURNING "lastSequence"`;
  if (!run) return 0;
  await tx.runEvent.createMany({
    data: fresh.map(({ at, data, sourceEventId }, index) => ({
      runId,
      sequence: run.lastSequence - fresh.length + index + 1,
      at,
      kind: data.kind,
      data: JSON.parse(JSON.stringify(data)) as Prisma.InputJsonObject,
      sourceEventId: sourceEventId ?? null,
    })),
  });
  return fresh.length;
}

/** Locks the run when there are ids to look for: no other writer may add them meanwhile. */
async function withoutKnown(
  tx: Transaction,
  runId: string,
  drafts: readonly RunEventDraft[],
): Promise<RunEventDraft[]> {
  const ids = drafts.flatMap((draft) => draft.sourceEventId ?? []);
  const seen = new Set<string | null>();
  if (ids.length > 0) {
    await takeLocks(tx, ["run", runId]);
    const rows = await tx.runEvent.findMany({
      where: { runId, sourceEventId: { in: ids } },
      select: { sourceEventId: true },
    });
    for (const row of rows) seen.add(row.sourceEventId);
  }
  return drafts.filter((draft) => {
    if (!draft.sourceEventId) return true;
    if (seen.has(draft.sourceEventId)) return false;
    seen.add(draft.sourceEventId);
    return true;
  });
}

/**
 * Events of a run with a number above `after`, oldest first, at most `limit` of them. Whoever calls has
 * checked access.
 */
export async function listRunEvents(
  db: Database | Transaction,
  runId: string,
  after: number,
  limit?: number,
): Promise<RunEventView[]> {
  const rows = await db.runEvent.findMany({
    where: { runId, sequence: { gt: after } },
    orderBy: { sequence: "asc" },
    take: limit,
    select: { sequence: true, at: true, kind: true, data: true },
  });
  return rows.map(({ kind, data, ...row }) =>
    runEventSchema.parse({ ...row, data: { ...withOutcome(kind, data), kind } }),
  );
}

const STACK_TYPE = "AWS::CloudFormation::Stack";

/** Events of a Greenroom that wrote down no outcome have the one of their status. */
function withOutcome(kind: string, data: unknown): object {
  const event = data as { resourceStatus?: string; resourceType?: string; outcome?: string };
  if (kind !== "RESOURCE" || event.outcome !== undefined || event.resourceStatus === undefined) return event;
  const phase = event.resourceType === STACK_TYPE ? phaseOf(event.resourceStatus) : null;
  return { ...event, outcome: outcomeOf(event.resourceStatus), phase };
}
