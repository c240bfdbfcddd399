import { isDeepStrictEqual } from "node:util";
import { environmentNotFound } from "@greenroom/environments";
import { isBusy } from "@greenroom/environments/lifecycle";
import type { Stage } from "@greenroom/environments/schema";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import { findBlueprint } from "@greenroom/infra-templates/catalog";
import { message } from "@greenroom/messages";
import type { Database, Prisma, Transaction } from "@greenroom/prisma";
import type { RequestDraft } from "../parse-draft";
import { checkLifetime, checkSpec } from "../parse-spec";
import { type Problem, problem, shorten } from "../problems";
import { claimsOf, findClaimProblems } from "./claims";
import { findNetworkProblems } from "./networks";
import { findDestroyBlocks, findRemovalBlocks } from "./protection";
import { findStepProblems } from "./steps";

type LivingDraft = Extract<RequestDraft, { kind: "CHANGE" | "DESTROY" }>;
const DAY_MS = 86_400_000;
export type EnvironmentRecord = Prisma.EnvironmentGetPayload<Record<never, never>>;

/**
 * The environment that a change or an end is asked for.
 * @throws NOT_FOUND also for one the actor does not see
 */
export async function getTarget(
  db: Database | Transaction,
  actor: Actor,
  environmentId: string,
): Promise<EnvironmentRecord> {
  const environment = await db.environment.findUnique({ where: { id: environmentId } });
  if (!environment || !may(actor, "environment.view", { teamId: environment.teamId }))
    throw environmentNotFound();
  return environment;
}

/** Everything that is wrong with a request to change or destroy an environment, as far as it is filled in. */
export async function findChangeProblems(
  db: Database | Transaction,
  actor: Actor,
  draft: LivingDraft,
  now: Date,
): Promise<Problem[]> {
  if (draft.environmentId === undefined) return [];
  const environment = await getTarget(db, actor, draft.environmentId);
  const { name } = environment;
  if (!may(actor, "request.create", { teamId: environment.teamId }))
    return [problem("environmentId", message("changeForbidden", { name }))];
  const problems = await findStateProblems(db, environment, draft.baseEnvironmentVersion);
  if (draft.kind === "DESTROY") {
    if (draft.typedName !== undefined && draft.typedName.trim() !== name)
      problems.push(
        problem("typedName", message("typedNameMismatch", { typed: shorten(draft.typedName), name })),
      );
    return environment.status === "DESTROYED"
      ? problems
      : [...problems, ...(await findDestroyBlocks(db, environment))];
  }
  problems.push(...checkLifetime(environment.stage as Stage, draft.lifetimeDays));
  if (draft.spec === undefined) return problems;
  const blueprint = findBlueprint(environment.blueprint);
  if (!blueprint) {
    return [
      ...problems,
      problem("blueprint", message("blueprintUnknown", { blueprint: environment.blueprint })),
    ];
  }
  const checked = checkSpec(blueprint, draft.spec, {
    region: environment.region,
    stage: environment.stage,
    now,
  });
  if (problems.length + checked.problems.length === 0) {
    const asked = {
      spec: checked.spec,
      blueprintVersion: blueprint.version,
      lifetimeDays: draft.lifetimeDays,
    };
    if (isAsItIs(environment, asked, now)) return [problem("spec", message("nothingChanged"))];
  }
  if (checked.problems.length > 0) return [...problems, ...checked.problems];
  const { id: environmentId, cloudAccountId, region } = environment;
  const place = { environmentId, cloudAccountId, region };
  const claims = claimsOf(blueprint, checked.spec, region);
  return [
    ...problems,
    ...(await findNetworkProblems(db, actor, { ...place, cidrs: checked.cidrs }, checked.fieldOf)),
    ...(await findClaimProblems(db, actor, { ...place, claims })),
    ...(await findRemovalBlocks(db, environment, checked.spec)),
    ...(await findStepProblems(db, environment, checked.spec)),
  ];
}

/** A FAILED environment may be something else than its row says, so asking for the same is asking for a repair. */
function isAsItIs(
  { status, spec, blueprintVersion, expiresAt }: EnvironmentRecord,
  asked: { spec: unknown; blueprintVersion: string; lifetimeDays: number | null | undefined },
  now: Date,
): boolean {
  const daysLeft =
    expiresAt === null ? null : Math.max(1, Math.ceil((expiresAt.getTime() - now.getTime()) / DAY_MS));
  return (
    status === "READY" &&
    blueprintVersion === asked.blueprintVersion &&
    daysLeft === asked.lifetimeDays &&
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
