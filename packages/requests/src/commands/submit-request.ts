import { createHash } from "node:crypto";
import { act, appendAudit, canonicalJson } from "@greenroom/audit";
import type { ActingActor, Actor } from "@greenroom/identity/schema";
import { message } from "@greenroom/messages";
import { type Prisma, type Transaction, takeLocks } from "@greenroom/prisma";
import { wakeRun } from "@greenroom/provisioning";
import type { EnvironmentRecord } from "../checks/deployed";
import { findOpenProblems } from "../checks/open-requests";
import { findProblems, getTarget } from "../checks/request";
import type { RequestsDeps } from "../deps";
import { type ParsedRequest, type ParsedSpec, parseRequest } from "../parse-request";
import { problem, problemError } from "../problems";
import type { SubmitRequestInput } from "../schema";
import { queuePlan } from "./queue-plan";

type Submitted = { id: string; number: number };
type CreateInput = Extract<SubmitRequestInput, { kind: "CREATE" }>;
/** Where it is asked for: what a new environment's form says, or the row of the one that is there. */
type Place = Pick<CreateInput | EnvironmentRecord, "name" | "teamId" | "stage" | "cloudAccountId" | "region">;

/**
 * Asks for a new environment, a change to one, that its drift is undone, or its end: the request is PLANNING
 * and a PLAN run waits for a worker. The same idempotency key and content of the same person give the first
 * request again; other content is another request.
 * @throws the first problem that `checkRequest` would list, or that too many requests are open already, as
 * INVALID_INPUT, FORBIDDEN, CONFLICT or STALE; NOT_FOUND for an environment the actor does not see
 */
export async function submitRequest(
  deps: RequestsDeps,
  actor: Actor,
  input: SubmitRequestInput,
): Promise<Submitted> {
  const now = deps.now();
  const idempotencyKey = keyOf(input);
  const { request, run } = await act(deps, actor, async (tx, actor) => {
    // What an environment is called, where it is and of which blueprint never changes.
    const place = input.kind === "CREATE" ? input : await getTarget(tx, actor, input.environmentId);
    const parsed = parseRequest(input, place);
    const claims = parsed.asked?.claims ?? [];
    await takeLocks(
      tx,
      ["openRequests", `person ${actor.userId}`],
      ["openRequests", `team ${place.teamId}`],
      ["account", place.cloudAccountId],
      claims.length > 0 && ["claims"],
    );
    const earlier = await findByKey(tx, actor, idempotencyKey);
    if (earlier) return { request: earlier, run: null };
    const target = input.kind === "CREATE" ? null : await getTarget(tx, actor, input.environmentId);
    const [first] = [
      ...(await findProblems(tx, actor, parsed, target, now)),
      ...(await findOpenProblems(tx, { userId: actor.userId, teamId: place.teamId })),
    ];
    if (first) throw problemError(first);
    return writeRequest(tx, actor, parsed, { place, target, idempotencyKey, now });
  });
  if (run) await wakeRun(deps.enqueue, run);
  return request;
}

interface WriteInput {
  place: Place;
  /** As it is under the locks; null for a new environment. */
  target: EnvironmentRecord | null;
  idempotencyKey: string;
  now: Date;
}

/**
 * The request, its PLAN run and the audit row.
 * @throws CONFLICT when a request for the same new name came in between
 */
async function writeRequest(
  tx: Transaction,
  actor: ActingActor,
  parsed: ParsedRequest<SubmitRequestInput>,
  { place, target, idempotencyKey, now }: WriteInput,
) {
  const { kind, reason } = parsed;
  const [request] = await tx.request.createManyAndReturn({
    data: [
      {
        kind,
        environmentName: place.name,
        teamId: place.teamId,
        stage: place.stage,
        cloudAccountId: place.cloudAccountId,
        region: place.region,
        environmentId: target?.id,
        baseEnvironmentVersion: kind === "CREATE" ? undefined : parsed.baseEnvironmentVersion,
        lifetimeDays: kind === "DESTROY" || kind === "REVERT" ? undefined : parsed.lifetimeDays,
        ...specColumns(parsed.asked, target),
        status: "PLANNING",
        requesterId: actor.userId,
        reason,
        idempotencyKey,
        createdAt: now,
        submittedAt: now,
      },
    ],
    skipDuplicates: true,
    select: { id: true, number: true, environmentId: true, environmentName: true, teamId: true },
  });
  if (!request) throw problemError(problem("name", message("nameRequested", { name: place.name })));
  const run = await queuePlan(tx, request, { actor, now });
  await tx.request.update({ where: { id: request.id }, data: { planRunId: run.id } });
  await appendAudit(tx, {
    actor,
    action: "request.submitted",
    subject: { id: request.id, name: `#${request.number} ${request.environmentName}` },
    teamId: request.teamId,
    reason,
    details: { kind, planRunId: run.id },
    now,
  });
  return { request: { id: request.id, number: request.number }, run };
}

/**
 * What is asked for, as its blueprint reads it today; of one that is to end or to be reverted, what it is.
 */
function specColumns(asked: ParsedSpec | null, target: EnvironmentRecord | null) {
  if (asked) {
    const { model, spec, cidrs } = asked;
    const columns = { blueprint: model.id, blueprintVersion: model.version, cidrs: [...cidrs] };
    return { ...columns, spec: spec as Prisma.InputJsonObject };
  }
  if (!target) throw new Error("A request in which nothing is wrong asks for nothing.");
  const { blueprint, blueprintVersion, spec, cidrs } = target;
  return { blueprint, blueprintVersion, spec: spec as Prisma.InputJsonObject, cidrs };
}

/**
 * What makes a request the same as an earlier one: the key that its form was given, and all that the form
 * says. A tab that was duplicated, and a form that was edited after its answer got lost, carry the key of
 * another request on.
 */
const keyOf = ({ idempotencyKey, ...content }: SubmitRequestInput): string =>
  createHash("sha256").update(canonicalJson({ idempotencyKey, content })).digest("hex");

async function findByKey(tx: Transaction, actor: Actor, idempotencyKey: string): Promise<Submitted | null> {
  return tx.request.findUnique({
    where: { requesterId_idempotencyKey: { requesterId: actor.userId, idempotencyKey } },
    select: { id: true, number: true },
  });
}
