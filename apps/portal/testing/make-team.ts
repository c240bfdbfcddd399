import type { Database } from "@greenroom/prisma";
import { ANOMALY, type Team } from "./authorisation-of-costs";

/** A seeded team with one of everything that can be looked at or decided on. */
export async function makeTeam(db: Database, slug: string): Promise<Team> {
  const { id } = await db.team.findUniqueOrThrow({ where: { slug } });
  const account = await db.cloudAccount.findFirstOrThrow();
  const ownerId = `owner-of-${slug}`;
  const place = {
    teamId: id,
    cloudAccountId: account.id,
    region: "us-east-1",
    stage: "dev",
    blueprint: "ticketing",
    blueprintVersion: "1",
    spec: {},
  };
  const environment = await db.environment.create({
    data: { ...place, name: `env-${slug}`, status: "READY", ownerId },
  });
  await db.costAnomaly.create({
    data: {
      ...ANOMALY,
      day: new Date(ANOMALY.day),
      environmentId: environment.id,
      usd: "20",
      expectedUsd: "10",
    },
  });
  const difference = { environmentId: environment.id, stackKey: "events", logicalId: "Queue" };
  const seenAt = new Date();
  const { id: findingId } = await db.driftFinding.create({
    data: {
      ...difference,
      resourceType: "AWS::SQS::Queue",
      path: "DelaySeconds",
      driftClass: "UNKNOWN",
      firstSeenAt: seenAt,
      lastSeenAt: seenAt,
    },
  });
  const { id: ignoreId } = await db.driftIgnore.create({
    data: { ...difference, reason: "x", ownerId, createdAt: seenAt, expiresAt: seenAt },
  });
  const { id: alertId } = await db.budgetAlert.create({
    data: {
      budget: { create: { teamId: id, monthlyUsd: "10" } },
      kind: "CROSSING",
      value: "80",
      effect: "NOTIFY",
      figure: "SO_FAR",
      trigger: "month:2026-03",
      usd: "9",
      limitUsd: "8",
    },
  });
  const request = await db.request.create({
    data: {
      ...place,
      kind: "CREATE",
      status: "PENDING_APPROVAL",
      digest: "digest",
      requesterId: ownerId,
      environmentName: `asked-${slug}`,
      reason: "x",
      idempotencyKey: "k",
    },
  });
  const run = { requestId: request.id, environmentName: "x", teamId: id, kind: "APPLY" as const };
  const { id: runId } = await db.run.create({ data: { ...run, status: "QUEUED" } });
  const { id: endedRunId } = await db.run.create({ data: { ...run, status: "CANCELLED" } });
  return {
    id,
    ownerId,
    environmentId: environment.id,
    requestId: request.id,
    runId,
    endedRunId,
    alertId,
    findingId,
    ignoreId,
  };
}
