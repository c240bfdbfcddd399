import { outcomeOf, phaseOf } from "@greenroom/cloud/statuses";
import type { Database, Transaction } from "@greenroom/prisma";
import { type RunEventView, runEventSchema } from "../schema";

/** Events of a run with a number above `after`, oldest first, at most `limit` of them. Whoever calls has checked access. */
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
