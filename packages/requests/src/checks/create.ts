import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import { message } from "@greenroom/messages";
import type { Database, Transaction } from "@greenroom/prisma";
import { OPEN_REQUEST_STATUSES } from "../lifecycle";
import type { ParsedRequest } from "../parse-request";
import { type Problem, problem } from "../problems";
import { findClaimProblems } from "./claims";
import { findNetworkProblems } from "./networks";
import { findContextProblems, findLifetimeProblems, findPlaceProblems } from "./place";

type NewRequest = Extract<ParsedRequest, { kind: "CREATE" }>;

/** Everything that is wrong with a request for a new environment, as far as it is filled in. */
export async function findCreateProblems(
  db: Database | Transaction,
  actor: Actor,
  request: NewRequest,
  now: Date,
): Promise<Problem[]> {
  const { teamId, name } = request;
  // What names, networks and claims others hold is told only to those who may ask for something.
  if (!mayAsk(actor, teamId)) return [problem("teamId", message("teamForbidden"))];
  const problems: Problem[] = [];
  if (teamId !== undefined && !(await teamExists(db, teamId)))
    problems.push(problem("teamId", message("teamForbidden")));
  if (name !== undefined) problems.push(...(await findNameProblems(db, name, { actor })));
  const placeProblems = await findPlaceProblems(db, request);
  problems.push(...placeProblems, ...findLifetimeProblems(request.stage, request.lifetimeDays));
  // What a region offers is told of a region that is one.
  const region = placeProblems.length > 0 ? undefined : request.region;
  return [...problems, ...(await findSpecProblems(db, actor, { ...request, region }, now))];
}

async function findSpecProblems(
  db: Database | Transaction,
  actor: Actor,
  { asked, specProblems, cloudAccountId, region, stage }: NewRequest,
  now: Date,
): Promise<readonly Problem[]> {
  if (asked === null) return specProblems;
  const contextProblems = findContextProblems(asked, { region, stage }, now);
  if (contextProblems.length > 0 || cloudAccountId === undefined) return contextProblems;
  const place = { cloudAccountId, region: region ?? "", environmentId: null };
  return [
    ...(await findNetworkProblems(db, actor, { ...place, cidrs: asked.cidrs }, asked)),
    ...(await findClaimProblems(db, actor, { ...place, claims: asked.claims })),
  ];
}

/** Whether the actor may ask for environments of this team or, while none is chosen, of any. */
const mayAsk = (actor: Actor, teamId: string | undefined): boolean =>
  (teamId === undefined ? actor.memberships.map((membership) => membership.teamId) : [teamId]).some((id) =>
    may(actor, "request.create", { teamId: id }),
  );

/** A platform engineer reaches every team, so for them the table says yes to an id that no team has. */
async function teamExists(db: Database | Transaction, teamId: string): Promise<boolean> {
  return (await db.team.findUnique({ where: { id: teamId }, select: { id: true } })) !== null;
}

/**
 * Whether an existing environment or an open request for a new one has the name. Whoever asked for it
 * already, and did not see the answer, learns in which request.
 * @param by the request that asks, or the person who is about to
 */
export async function findNameProblems(
  db: Database | Transaction,
  name: string,
  by: { requestId?: string; actor?: Actor },
): Promise<Problem[]> {
  const [living, asked, kept] = await Promise.all([
    db.environment.findFirst({ where: { name, status: { not: "DESTROYED" } }, select: { id: true } }),
    db.request.findFirst({
      where: {
        environmentName: name,
        kind: "CREATE",
        status: { in: [...OPEN_REQUEST_STATUSES] },
        id: { not: by.requestId },
      },
      select: { number: true, requesterId: true },
    }),
    findKeptName(db, name),
  ]);
  if (living) return [problem("name", message("nameTaken", { name }))];
  if (asked && asked.requesterId === by.actor?.userId)
    return [problem("name", message("nameRequestedByYou", { name, number: asked.number }))];
  if (asked) return [problem("name", message("nameRequested", { name }))];
  return kept ? [problem("name", message("nameKept", { name, destroyedOn: kept }))] : [];
}

/** Types whose names come from the environment's, so that what is kept of one is in the way of the next. */
const NAMED_TYPES = [
  "AWS::Backup::BackupVault",
  "AWS::DynamoDB::GlobalTable",
  "AWS::ECR::Repository",
  "AWS::Logs::LogGroup",
  "AWS::SQS::Queue",
];

/**
 * The day that an environment of this name was destroyed of which something is kept under its name; null when
 * nothing is.
 */
async function findKeptName(db: Database | Transaction, name: string): Promise<string | null> {
  const gone = await db.environment.findFirst({
    where: { name, status: "DESTROYED" },
    orderBy: { destroyedAt: "desc" },
    select: { destroyedAt: true },
  });
  if (!gone) return null;
  const keeping = await db.plan.findFirst({
    where: {
      run: { environmentName: name },
      OR: NAMED_TYPES.map((resourceType) => ({
        changes: { array_contains: [{ action: "RETAIN", resourceType }] },
      })),
    },
    select: { runId: true },
  });
  return keeping ? (gone.destroyedAt ?? new Date(0)).toISOString().slice(0, 10) : null;
}
