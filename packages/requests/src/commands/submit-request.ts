import { createHash } from "node:crypto";
import { act, appendAudit, canonicalJson } from "@greenroom/audit";
import type { ActingActor, Actor } from "@greenroom/identity/schema";
import { findBlueprint } from "@greenroom/infra-templates/catalog";
import { message } from "@greenroom/messages";
import type { Prisma, Transaction } from "@greenroom/prisma";
import { wakeRun } from "@greenroom/provisioning";
import { getTarget } from "../checks/change";
import { claimsOf, lockClaims } from "../checks/claims";
import { lockNetworks } from "../checks/networks";
import { findOpenProblems, lockOpenRequests } from "../checks/open-requests";
import type { RequestsDeps } from "../deps";
import { checkSpec } from "../parse-spec";
import { problem, problemError } from "../problems";
import { findProblems } from "../queries/check-request";
import type { SubmitRequestInput } from "../schema";
import { queuePlan } from "./queue-plan";

type Submitted = { id: string; number: number };
/** The columns that say what is asked for; the others are the same for every request. */
type Subject = Omit<
  Prisma.RequestCreateManyInput,
  "status" | "requesterId" | "reason" | "idempotencyKey" | "createdAt" | "submittedAt"
>;

/**
 * Asks for a new environment, a change to one, or its end: the request is PLANNING and a PLAN run waits for a worker. The same
 * idempotency key and content of the same person give the first request again; other content is another request.
 * @throws the first problem that `checkRequest` would list, or that too many requests are open already, as INVALID_INPUT,
 * FORBIDDEN, CONFLICT or STALE; NOT_FOUND for an
 * environment the actor does not see
 */
export async function submitRequest(
  deps: RequestsDeps,
  actor: Actor,
  input: SubmitRequestInput,
): Promise<Submitted> {
  const now = deps.now();
  const idempotencyKey = keyOf(input);
  const { request, run } = await act(deps, actor, async (tx, actor) => {
    const earlier = await findByKey(tx, actor, idempotencyKey);
    if (earlier) return { request: earlier, run: null };
    const place = input.kind === "CREATE" ? input : await getTarget(tx, actor, input.environmentId);
    await lockOpenRequests(tx, { userId: actor.userId, teamId: place.teamId });
    await lockNetworks(tx, place.cloudAccountId);
    if (input.kind !== "DESTROY") await lockClaims(tx, claimsOf(place.blueprint, input.spec, place.region));
    return (
      (await createRequest(tx, actor, { ...input, idempotencyKey }, now)) ?? {
        request: await getByKey(tx, actor, { ...input, idempotencyKey }),
        run: null,
      }
    );
  });
  if (run) await wakeRun(deps.enqueue, run);
  return request;
}

/** Null when a row of the same key or, for a new environment, of the same name came in between. */
async function createRequest(tx: Transaction, actor: ActingActor, input: SubmitRequestInput, now: Date) {
  if (await findByKey(tx, actor, input.idempotencyKey)) return null;
  const [first] = await findProblems(tx, actor, input, now);
  if (first) throw problemError(first);
  const subject = input.kind === "CREATE" ? readNew(input) : await readLiving(tx, actor, input);
  const [tooMany] = await findOpenProblems(tx, { userId: actor.userId, teamId: subject.teamId });
  if (tooMany) throw problemError(tooMany);
  const [request] = await tx.request.createManyAndReturn({
    data: [
      {
        ...subject,
        status: "PLANNING",
        requesterId: actor.userId,
        reason: input.reason,
        idempotencyKey: input.idempotencyKey,
        createdAt: now,
        submittedAt: now,
      },
    ],
    skipDuplicates: true,
    select: { id: true, number: true, environmentId: true, environmentName: true, teamId: true },
  });
  if (!request) return null;
  const run = await queuePlan(tx, request, { actor, now });
  await tx.request.update({ where: { id: request.id }, data: { planRunId: run.id } });
  await appendAudit(tx, {
    actor,
    action: "request.submitted",
    subject: { id: request.id, name: `#${request.number} ${request.environmentName}` },
    teamId: request.teamId,
    reason: input.reason,
    details: { kind: input.kind, planRunId: run.id },
    now,
  });
  return { request: { id: request.id, number: request.number }, run };
}

/**
 * What makes a request the same as an earlier one: the key that its form was given, and all that the form says. A tab that was
 * duplicated, and a form that was edited after its answer got lost, carry the key of another request on.
 */
const keyOf = ({ idempotencyKey, ...content }: SubmitRequestInput): string =>
  createHash("sha256").update(canonicalJson({ idempotencyKey, content })).digest("hex");

function readNew(input: Extract<SubmitRequestInput, { kind: "CREATE" }>): Subject {
  return {
    kind: "CREATE",
    environmentName: input.name,
    teamId: input.teamId,
    stage: input.stage,
    cloudAccountId: input.cloudAccountId,
    region: input.region,
    lifetimeDays: input.lifetimeDays,
    ...readSpec(input.blueprint, input.spec),
  };
}

async function readLiving(
  tx: Transaction,
  actor: Actor,
  input: Exclude<SubmitRequestInput, { kind: "CREATE" }>,
): Promise<Subject> {
  const environment = await getTarget(tx, actor, input.environmentId);
  const place = {
    kind: input.kind,
    environmentId: environment.id,
    environmentName: environment.name,
    baseEnvironmentVersion: input.baseEnvironmentVersion,
    teamId: environment.teamId,
    stage: environment.stage,
    cloudAccountId: environment.cloudAccountId,
    region: environment.region,
  };
  if (input.kind === "CHANGE")
    return { ...place, lifetimeDays: input.lifetimeDays, ...readSpec(environment.blueprint, input.spec) };
  const { blueprint, blueprintVersion, cidrs } = environment;
  return { ...place, blueprint, blueprintVersion, spec: environment.spec as Prisma.InputJsonObject, cidrs };
}

/** The spec as its blueprint reads it today; `findProblems` has found nothing wrong with it. */
function readSpec(blueprintId: string, spec: Record<string, unknown>) {
  const blueprint = findBlueprint(blueprintId);
  if (!blueprint)
    throw problemError(problem("blueprint", message("blueprintUnknown", { blueprint: blueprintId })));
  const checked = checkSpec(blueprint, spec);
  return {
    blueprint: blueprint.id,
    blueprintVersion: blueprint.version,
    spec: checked.spec as Prisma.InputJsonObject,
    cidrs: [...checked.cidrs],
  };
}

async function findByKey(tx: Transaction, actor: Actor, idempotencyKey: string): Promise<Submitted | null> {
  return tx.request.findUnique({
    where: { requesterId_idempotencyKey: { requesterId: actor.userId, idempotencyKey } },
    select: { id: true, number: true },
  });
}

async function getByKey(tx: Transaction, actor: Actor, input: SubmitRequestInput): Promise<Submitted> {
  const earlier = await findByKey(tx, actor, input.idempotencyKey);
  if (earlier) return earlier;
  const name = input.kind === "CREATE" ? input.name : "";
  throw problemError(problem("name", message("nameRequested", { name })));
}
