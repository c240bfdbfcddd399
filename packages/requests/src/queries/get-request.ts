import { findReason } from "@greenroom/audit";
import type { AuditAction } from "@greenroom/audit/schema";
import { listPeopleWhoMay, listUsersByIds } from "@greenroom/identity";
import { permissionsOn } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import { findPlan } from "@greenroom/provisioning";
import { allowedActions } from "../lifecycle";
import type { RequestView } from "../schema";
import { findBudgetHold } from "./find-budget-hold";
import { getAccessibleRequest, type RequestRecord } from "./request-access";
import { toRequestRows } from "./to-request-rows";

type Spec = Record<string, unknown>;

/** After each of these a request is closed for good. */
const CLOSING_ACTIONS = [
  "request.planFailed",
  "request.rejected",
  "request.withdrawn",
  "request.expired",
] as const satisfies AuditAction[];

/**
 * A request with all that a decision needs: the plan, who has decided, who may, and what the actor may do.
 * @throws NOT_FOUND also for a request of a team the actor does not see
 */
export async function getRequest(
  deps: { db: Database },
  actor: Actor,
  { requestId }: { requestId: string },
): Promise<RequestView> {
  const { db } = deps;
  const request = await getAccessibleRequest(db, actor, requestId);
  const [[row], plan, run, specBefore, approvals, heldByBudget, closingReason] = await Promise.all([
    toRequestRows(db, [request]),
    request.planRunId ? findPlan(db, request.planRunId) : null,
    db.run.findFirst({
      where: { requestId, kind: { not: "PLAN" } },
      orderBy: { number: "desc" },
      select: { id: true },
    }),
    findSpecBefore(db, request),
    listApprovals(db, requestId),
    findBudgetHold(db, request),
    findReason(db, requestId, CLOSING_ACTIONS),
  ]);
  const needed = heldByBudget === "APPROVE" ? "request.approveOverBudget" : "request.decide";
  const approvers = heldByBudget === "BLOCK" ? [] : await listPeopleWhoMay(db, needed, request.teamId);
  return {
    ...row!,
    spec: request.spec as Spec,
    specBefore,
    blueprintVersion: request.blueprintVersion,
    lifetimeDays: request.lifetimeDays,
    reason: request.reason,
    digest: request.digest,
    planRunId: request.planRunId,
    runId: run?.id ?? null,
    plan,
    closingReason,
    approvals,
    heldByBudget,
    eligibleApprovers: approvers.filter(({ id }) => id !== request.requesterId),
    allowedActions: allowedActions(
      { status: request.status, heldByBudget },
      permissionsOn(actor, { teamId: request.teamId, ownerId: request.requesterId }),
    ),
  };
}

/**
 * The environment's spec as it is, or, once this request is approved, as it was then: as the newest request
 * before it that was carried out had left it, or, while none was, as it was first asked for.
 */
async function findSpecBefore(db: Database, request: RequestRecord): Promise<Spec | null> {
  if (request.kind === "CREATE" || request.environmentId === null) return null;
  if (request.status !== "APPROVED") {
    const environment = await db.environment.findUnique({
      where: { id: request.environmentId },
      select: { spec: true },
    });
    return (environment?.spec as Spec | undefined) ?? null;
  }
  const [earlier] = await db.$queryRaw<{ spec: Spec }[]>`
    SELECT earlier."spec" FROM "Request" earlier
    WHERE earlier."environmentId" = ${request.environmentId} AND earlier."status" = 'APPROVED'
      AND earlier."id" <> ${request.id} AND earlier."closedAt" <= ${request.closedAt}
      AND (earlier."kind" = 'CREATE' OR EXISTS (
        SELECT FROM "Run" run WHERE run."requestId" = earlier."id" AND run."kind" <> 'PLAN' AND run."status" = 'SUCCEEDED'))
    ORDER BY earlier."closedAt" DESC LIMIT 1`;
  return earlier?.spec ?? null;
}

async function listApprovals(db: Database, requestId: string): Promise<RequestView["approvals"]> {
  const approvals = await db.approval.findMany({ where: { requestId }, orderBy: { createdAt: "asc" } });
  const people = await listUsersByIds(
    db,
    approvals.map(({ approverId }) => approverId),
  );
  return approvals.map(({ approverId, id, decision, note, digest, createdAt }) => ({
    approver: people.get(approverId) ?? { id: approverId, name: approverId, email: "" },
    id,
    decision,
    note,
    digest,
    createdAt,
  }));
}
