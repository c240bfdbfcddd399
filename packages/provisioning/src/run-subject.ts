import type { EnvironmentContext } from "@greenroom/cloud";
import { AppError } from "@greenroom/errors";
import type { Database, Prisma } from "@greenroom/prisma";
import { z } from "zod";
import type { RunRecord } from "./lease";
import { type PlannedStack, plannedStackSchema, type ResourceChange, resourceChangeSchema } from "./schema";

const DAY_MS = 86_400_000;

export type RequestRecord = Prisma.RequestGetPayload<Record<never, never>>;
export type EnvironmentRecord = Prisma.EnvironmentGetPayload<{ include: { stacks: true } }>;
export type DeployedStackRecord = EnvironmentRecord["stacks"][number];

/** The plan that an APPLY or DESTROY run carries out. Its rows never change, so a slice reads only what it acts on. */
export interface ApprovedPlan {
  runId: string;
  stacks: PlannedStack[];
  changes: ResourceChange[];
  monthlyCostUsd: string;
}

/** What a run is about: the request it serves, the environment it touches, and the facts its templates are made from. */
export interface RunSubject {
  request: RequestRecord;
  /** Null while the plan of a new environment is made: its row is born with the approval. */
  environment: EnvironmentRecord | null;
  context: EnvironmentContext;
  /** Null in a PLAN run. */
  plan: ApprovedPlan | null;
}

const planRowSchema = z.object({
  stacks: z.array(plannedStackSchema),
  changes: z.array(resourceChangeSchema),
  estimate: z.object({ monthlyUsd: z.object({ expected: z.string() }) }),
});

/** @throws NOT_FOUND when the request, its people or its plan are gone */
export async function readRunSubject(db: Database, run: RunRecord): Promise<RunSubject> {
  const request = await db.request.findUnique({ where: { id: run.requestId } });
  if (!request) throw missing(`The request of run #${run.number}`);
  const environmentId = run.environmentId ?? request.environmentId;
  const [environment, earlier, account, team, plan] = await Promise.all([
    environmentId
      ? db.environment.findUnique({
          where: { id: environmentId },
          include: { stacks: { orderBy: { position: "asc" } } },
        })
      : null,
    environmentId ? readEarlierRequests(db, environmentId, request.number) : [],
    db.cloudAccount.findUnique({ where: { id: request.cloudAccountId } }),
    db.team.findUnique({ where: { id: request.teamId } }),
    run.kind === "PLAN" ? null : readPlan(db, request),
  ]);
  const owner = await db.user.findUnique({ where: { id: environment?.ownerId ?? request.requesterId } });
  if (!account) throw missing(`The cloud account of request #${request.number}`);
  if (!team || !owner) throw missing(`The team or the owner of request #${request.number}`);
  return {
    request,
    environment,
    plan,
    context: {
      environmentName: request.environmentName,
      teamSlug: team.slug,
      ownerEmail: owner.email,
      costCentre: team.costCentre,
      requestNumber: earlier[0]?.number ?? request.number,
      stage: request.stage,
      region: request.region,
      accountId: account.accountId,
      expiresOn: expiresOn([...earlier, request]),
    },
  };
}

type Lifetime = Pick<RequestRecord, "number" | "lifetimeDays" | "submittedAt">;

async function readEarlierRequests(db: Database, environmentId: string, before: number): Promise<Lifetime[]> {
  return db.request.findMany({
    where: { environmentId, status: "APPROVED", number: { lt: before } },
    orderBy: { number: "asc" },
    select: { number: true, lifetimeDays: true, submittedAt: true },
  });
}

/**
 * The end that the templates are tagged with. Every tag of every resource changes with it, so a request that leaves the lifetime
 * as it was leaves the day as it was, and the plan shows what was really asked for.
 */
function expiresOn(history: readonly Lifetime[]): string | null {
  const last = history.at(-1);
  if (!last || last.lifetimeDays === null) return null;
  let anchor = last;
  for (const earlier of history.toReversed()) {
    if (earlier.lifetimeDays !== last.lifetimeDays) break;
    anchor = earlier;
  }
  return new Date(anchor.submittedAt.getTime() + last.lifetimeDays * DAY_MS).toISOString().slice(0, 10);
}

async function readPlan(db: Database, request: RequestRecord): Promise<ApprovedPlan> {
  const row = request.planRunId
    ? await db.plan.findUnique({
        where: { runId: request.planRunId },
        select: { runId: true, stacks: true, changes: true, estimate: true },
      })
    : null;
  if (!row) throw missing(`The plan of request #${request.number}`);
  const { stacks, changes, estimate } = planRowSchema.parse(row);
  return { runId: row.runId, stacks, changes, monthlyCostUsd: estimate.monthlyUsd.expected };
}

function missing(what: string): AppError {
  return new AppError({
    code: "NOT_FOUND",
    userMessage: `${what} cannot be found. Submit the request again; if that does not help, tell the platform team.`,
  });
}
