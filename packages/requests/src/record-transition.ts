import { type AuditEntry, appendAudit } from "@greenroom/audit";
import { AppError } from "@greenroom/errors";
import type { ActingActor } from "@greenroom/identity/schema";
import type { Prisma, Transaction } from "@greenroom/prisma";
import { canTransition, isOpen, REQUEST_STATUSES, type RequestStatus } from "./lifecycle";

export interface RequestTransition {
  /** Statuses it may be in now; without them, every status from which `to` can be reached. */
  from?: readonly RequestStatus[];
  /** Only while this run is its plan. */
  planRunId?: string;
  to: RequestStatus;
  /** Null when Greenroom itself acts. */
  actor: ActingActor | null;
  action: AuditEntry["action"];
  reason: AuditEntry["reason"];
  details?: Record<string, unknown>;
  now: Date;
  /** Columns that change together with the status. */
  changes?: Omit<Prisma.RequestUncheckedUpdateManyInput, "status" | "closedAt">;
}

/**
 * The only writer of a request's status: a compare-and-set and its audit row. Call it last in a transaction
 * (see `appendAudit`).
 * @throws CONFLICT when the request is in no status of `from`
 */
export async function recordRequestTransition(
  tx: Transaction,
  requestId: string,
  { from, planRunId, to, actor, action, reason, details, now, changes }: RequestTransition,
): Promise<void> {
  const allowed = REQUEST_STATUSES.filter(
    (status) => canTransition(status, to) && (from === undefined || from.includes(status)),
  );
  const [request] = await tx.request.updateManyAndReturn({
    where: { id: requestId, status: { in: allowed }, planRunId },
    data: { ...changes, status: to, closedAt: isOpen(to) ? null : now },
    select: { number: true, environmentName: true, teamId: true, kind: true },
  });
  if (!request) throw await refused(tx, requestId);
  await appendAudit(tx, {
    actor,
    action,
    subject: { id: requestId, name: `#${request.number} ${request.environmentName}` },
    teamId: request.teamId,
    reason,
    details: { kind: request.kind, ...details },
    now,
  });
}

async function refused(tx: Transaction, requestId: string): Promise<AppError> {
  const request = await tx.request.findUnique({
    where: { id: requestId },
    select: { number: true, status: true },
  });
  const number = request?.number ?? 0;
  const status = request?.status ?? "WITHDRAWN";
  return new AppError("requestMoved", { number, status });
}
