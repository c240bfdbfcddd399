import type { AccountAccess } from "@greenroom/cloud";
import { endOfLifetime } from "@greenroom/environments/lifecycle";
import { AppError, isAppError } from "@greenroom/errors";
import type { BlueprintContext } from "@greenroom/infra-templates/catalog";
import type { Database, Prisma } from "@greenroom/prisma";
import type { RunRecord } from "../lease/lease";
import { type ApprovedPlan, mismatch, readApprovedPlan } from "./approved-plan";
import type { RequestRecord } from "./request-facts";

export type EnvironmentRecord = Prisma.EnvironmentGetPayload<{ include: { stacks: true } }>;
export type DeployedStackRecord = EnvironmentRecord["stacks"][number];

/**
 * What a run is about: the request it serves, the environment it touches, and the facts its templates are
 * made from.
 */
export interface RunSubject {
  request: RequestRecord;
  /** Null while the plan of a new environment is made: its row is born with the approval. */
  environment: EnvironmentRecord | null;
  context: BlueprintContext;
  /** The way into its account. */
  access: AccountAccess;
  /** Null in a PLAN run, and when it is not what was approved. */
  plan: ApprovedPlan | null;
  /** Why the run may do nothing more; its next step fails with it. */
  mismatch: AppError | null;
}

/** @throws NOT_FOUND when the request or its people are gone */
export async function readRunSubject(db: Database, run: RunRecord): Promise<RunSubject> {
  const request = await db.request.findUnique({ where: { id: run.requestId } });
  if (!request) throw missing(`The request of run #${run.number}`);
  const environmentId = run.environmentId ?? request.environmentId;
  const [environment, earlier, account, team] = await Promise.all([
    environmentId
      ? db.environment.findUnique({
          where: { id: environmentId },
          include: { stacks: { orderBy: { position: "asc" } } },
        })
      : null,
    environmentId ? readEarlierRequests(db, environmentId, request.number) : [],
    db.cloudAccount.findUnique({ where: { id: request.cloudAccountId } }),
    db.team.findUnique({ where: { id: request.teamId } }),
  ]);
  const owner = await db.user.findUnique({ where: { id: environment?.ownerId ?? request.requesterId } });
  if (!account) throw missing(`The cloud account of request #${request.number}`);
  if (!team || !owner) throw missing(`The team or the owner of request #${request.number}`);
  const context = {
    environmentName: request.environmentName,
    teamSlug: team.slug,
    ownerEmail: owner.email,
    costCentre: team.costCentre,
    requestNumber: earlier[0]?.number ?? request.number,
    stage: request.stage,
    region: request.region,
    accountId: account.accountId,
    expiresOn: expiresOn([...earlier, request]),
  };
  const { roleArn, externalId } = account;
  const subject = { request, environment, context, access: { roleArn, externalId } };
  return { ...subject, ...(await readPlan(db, run, subject)) };
}

type Lifetime = Pick<RequestRecord, "number" | "lifetimeDays" | "submittedAt">;

async function readEarlierRequests(db: Database, environmentId: string, before: number): Promise<Lifetime[]> {
  return db.request.findMany({
    // A revert leaves the lifetime as it is and says nothing of it.
    where: { environmentId, status: "APPROVED", kind: { not: "REVERT" }, number: { lt: before } },
    orderBy: { number: "asc" },
    select: { number: true, lifetimeDays: true, submittedAt: true },
  });
}

/**
 * The end that the templates are tagged with. Every tag of every resource changes with it, so a request that
 * leaves the lifetime as it was leaves the day as it was, and the plan shows what was really asked for.
 */
function expiresOn(history: readonly Lifetime[]): string | null {
  const last = history.at(-1);
  if (!last || last.lifetimeDays === null) return null;
  let anchor = last;
  for (const earlier of history.toReversed()) {
    if (earlier.lifetimeDays !== last.lifetimeDays) break;
    anchor = earlier;
  }
  return endOfLifetime(anchor.submittedAt, last.lifetimeDays).toISOString().slice(0, 10);
}

async function readPlan(
  db: Database,
  run: RunRecord,
  subject: Omit<RunSubject, "plan" | "mismatch">,
): Promise<Pick<RunSubject, "plan" | "mismatch">> {
  if (run.kind === "PLAN") return { plan: null, mismatch: null };
  try {
    if (!isWherePlanned(subject)) throw mismatch("PLACE");
    return { plan: await readApprovedPlan(db, run, subject), mismatch: null };
  } catch (error) {
    if (!isAppError(error) || error.code !== "DIGEST_MISMATCH") throw error;
    return { plan: null, mismatch: error };
  }
}

/** The environment's row must be the one that the request was made for. */
function isWherePlanned({ request, environment }: Pick<RunSubject, "request" | "environment">): boolean {
  return (
    environment !== null &&
    environment.id === request.environmentId &&
    environment.name === request.environmentName &&
    environment.cloudAccountId === request.cloudAccountId &&
    environment.region === request.region
  );
}

function missing(what: string): AppError {
  return new AppError("runSubjectGone", { what });
}
