import { randomUUID } from "node:crypto";
import { outcomeOf, phaseOf } from "@greenroom/cloud/statuses";
import { loadActor } from "@greenroom/identity";
import type { ActingActor, Actor } from "@greenroom/identity/schema";
import { say, verbatim } from "@greenroom/messages";
import { type Database, transaction } from "@greenroom/prisma";
import { seedDemo } from "@greenroom/prisma/seed";
import { queueRun } from "../src/commands/queue-run";
import { appendRunEvents, type RunEventDraft } from "../src/events/run-events";
import type { RunKind } from "../src/lifecycle";
import { failureSchema } from "../src/schema";

/** A failure as somebody reads it in English: what happened, and what to do about it. */
export function sayFailure(stored: unknown): string {
  const { message, remedy } = failureSchema.parse(stored);
  return [message, remedy].flatMap((part) => (part ? [say("en", part)] : [])).join(" ");
}

/** What CloudFormation says of the stack itself, as a run writes it down. */
export function stackEvent(stackKey: string, resourceStatus: string, at = new Date()): RunEventDraft {
  return {
    at,
    data: {
      kind: "RESOURCE",
      stackKey,
      logicalId: `greenroom-x-${stackKey}`,
      resourceType: "AWS::CloudFormation::Stack",
      resourceStatus,
      outcome: outcomeOf(resourceStatus),
      phase: phaseOf(resourceStatus),
      physicalId: null,
      reason: null,
      isRootCause: false,
    },
  };
}

/**
 * Rows of requests, environments and runs, for what only reads and steers runs: no worker and no cloud behind
 * them.
 */
export async function createRunRows(db: Database) {
  await seedDemo(db);
  const load = async (subject: string): Promise<Actor> =>
    (await loadActor({ db }, { issuer: "demo", subject }))!;
  const [rina, marco, vera, theo, pat] = await Promise.all(
    ["rina", "marco", "vera", "theo", "pat"].map(load),
  );
  const people = { rina: rina!, marco: marco!, vera: vera!, theo: theo!, pat: pat! };
  const account = await db.cloudAccount.findFirstOrThrow();
  const teamId = people.rina.memberships[0]!.teamId;

  /** A queued run asked for by Rina; APPLY and DESTROY with the environment they are at work on. */
  async function makeRun(kind: RunKind, status: "PROVISIONING" | "UPDATING" | "DESTROYING" = "PROVISIONING") {
    const place = {
      teamId,
      cloudAccountId: account.id,
      region: "us-east-1",
      stage: "dev",
      blueprint: "ticketing",
      blueprintVersion: "1",
      spec: {},
    };
    const name = `env-${randomUUID().slice(0, 8)}`;
    const environment =
      kind === "PLAN"
        ? null
        : await db.environment.create({
            data: {
              ...place,
              name,
              status,
              ownerId: people.rina.userId,
              readyAt: status === "PROVISIONING" ? null : new Date(),
            },
          });
    const request = await db.request.create({
      data: {
        ...place,
        kind: "CREATE",
        status: kind === "PLAN" ? "PLANNING" : "APPROVED",
        requesterId: people.rina.userId,
        environmentId: environment?.id,
        environmentName: name,
        reason: "a test",
        idempotencyKey: randomUUID(),
      },
    });
    const run = await transaction(db, (tx) =>
      queueRun(tx, {
        kind,
        requestId: request.id,
        environmentId: environment?.id ?? null,
        environmentName: name,
        teamId,
        actor: people.marco as ActingActor,
        digest: "digest",
        now: new Date(),
      }),
    );
    return { runId: run.id, number: run.number, environmentId: environment?.id ?? "", requestId: request.id };
  }

  const log = (runId: string, ...messages: string[]) =>
    transaction(db, (tx) =>
      appendRunEvents(
        tx,
        runId,
        messages.map((message) => ({
          at: new Date(),
          data: { kind: "LOG", level: "INFO", message: verbatim(message), stackKey: null },
        })),
      ),
    );

  return { db, people, makeRun, log };
}
