import { isDeepStrictEqual } from "node:util";
import { daysLeft, isBusy } from "@greenroom/environments/lifecycle";
import type { Stage } from "@greenroom/environments/schema";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import { excerpt, message } from "@greenroom/messages";
import type { Database, Transaction } from "@greenroom/prisma";
import type { ParsedRequest, ParsedSpec } from "../parse-request";
import { type Problem, problem } from "../problems";
import { findClaimProblems } from "./claims";
import { type EnvironmentRecord, findDeployed } from "./deployed";
import { findNetworkProblems } from "./networks";
import { findContextProblems, findLifetimeProblems } from "./place";
import { findDestroyBlocks, findRemovalBlocks } from "./protection";
import { findStepProblems } from "./steps";

type Change = Extract<ParsedRequest, { kind: "CHANGE" }>;
type Revert = Extract<ParsedRequest, { kind: "REVERT" }>;
type End = Extract<ParsedRequest, { kind: "DESTROY" }>;

/**
 * Everything that is wrong with a request to change, revert or destroy an environment, as far as it is filled
 * in.
 */
export async function findChangeProblems(
  db: Database | Transaction,
  actor: Actor,
  request: Change | Revert | End,
  environment: EnvironmentRecord,
  now: Date,
): Promise<Problem[]> {
  const { name, teamId } = environment;
  if (!may(actor, "request.create", { teamId }))
    return [problem("environmentId", message("changeForbidden", { name }))];
  const problems = await findStateProblems(db, environment, request.baseEnvironmentVersion);
  if (request.kind === "REVERT") return [...problems, ...findRevertProblems(environment, problems)];
  return request.kind === "DESTROY"
    ? [...problems, ...(await findEndProblems(db, request, environment))]
    : [...problems, ...(await findChangedProblems(db, actor, request, environment, { now, problems }))];
}

/** Drift is what differs in an environment that is ready; one that failed is repaired by a change. */
const findRevertProblems = ({ name, status }: EnvironmentRecord, others: readonly Problem[]): Problem[] =>
  others.length > 0 || status === "READY"
    ? []
    : [problem("environmentId", message("drift.notReady", { name }))];

async function findEndProblems(
  db: Database | Transaction,
  { typedName }: End,
  environment: EnvironmentRecord,
): Promise<Problem[]> {
  const { name, status } = environment;
  const isMistyped = typedName !== undefined && typedName.trim() !== name;
  const details = { typed: excerpt(typedName), name };
  const mistyped = isMistyped ? [problem("typedName", message("typedNameMismatch", details))] : [];
  const deployed = status === "DESTROYED" ? null : await findDeployed(db, environment);
  return [...mistyped, ...(deployed ? findDestroyBlocks(deployed) : [])];
}

/** @param problems of the environment's state: what is wrong anyway is not called unchanged as well */
async function findChangedProblems(
  db: Database | Transaction,
  actor: Actor,
  { asked, specProblems, lifetimeDays }: Change,
  environment: EnvironmentRecord,
  { now, problems }: { now: Date; problems: readonly Problem[] },
): Promise<readonly Problem[]> {
  const { id: environmentId, cloudAccountId, region, stage } = environment;
  const lifetimeProblems = findLifetimeProblems(stage as Stage, lifetimeDays);
  if (asked === null) return [...lifetimeProblems, ...specProblems];
  const contextProblems = findContextProblems(asked, { region, stage }, now);
  const isFine = problems.length + lifetimeProblems.length + contextProblems.length === 0;
  if (isFine && isAsItIs(environment, asked, lifetimeDays, now))
    return [problem("spec", message("nothingChanged"))];
  if (contextProblems.length > 0) return [...lifetimeProblems, ...contextProblems];
  const place = { environmentId, cloudAccountId, region };
  const deployed = await findDeployed(db, environment);
  return [
    ...lifetimeProblems,
    ...(await findNetworkProblems(db, actor, { ...place, cidrs: asked.cidrs }, asked)),
    ...(await findClaimProblems(db, actor, { ...place, claims: asked.claims })),
    ...(deployed ? [...findRemovalBlocks(deployed, asked), ...findStepProblems(deployed, asked)] : []),
  ];
}

/**
 * A FAILED environment may be something else than its row says, so asking for the same is asking for a
 * repair.
 */
function isAsItIs(
  { status, spec, blueprintVersion, expiresAt }: EnvironmentRecord,
  asked: ParsedSpec,
  lifetimeDays: number | null | undefined,
  now: Date,
): boolean {
  return (
    status === "READY" &&
    blueprintVersion === asked.model.version &&
    daysLeft(expiresAt, now) === lifetimeDays &&
    isDeepStrictEqual(spec, asked.spec)
  );
}

/** Whether the environment can be touched at all now, and is still what the form was opened on. */
async function findStateProblems(
  db: Database | Transaction,
  environment: EnvironmentRecord,
  base: number | undefined,
): Promise<Problem[]> {
  const { name, status, version } = environment;
  if (status === "DESTROYED") return [problem("environmentId", message("environmentGone", { name }))];
  const busy = await findBusyProblem(db, environment);
  if (busy) return [busy];
  if (base === undefined || base === version) return [];
  return [problem("baseEnvironmentVersion", message("staleForm", { name, base, version }))];
}

/** The run at work on the environment, as a problem; null when it is free. */
export async function findBusyProblem(
  db: Database | Transaction,
  environment: Pick<EnvironmentRecord, "id" | "name" | "status">,
): Promise<Problem | null> {
  if (!isBusy(environment.status)) return null;
  const run = await db.run.findFirst({
    where: { environmentId: environment.id, kind: { not: "PLAN" } },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  return problem(
    "environmentId",
    message("environmentBusy", { name: environment.name, number: run?.number ?? 0 }),
  );
}
