import { AppError } from "@greenroom/errors";
import { listUsersByIds } from "@greenroom/identity";
import { may, permissionsOn } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import { messageSchema } from "@greenroom/messages";
import type { Database, Prisma } from "@greenroom/prisma";
import { z } from "zod";
import { DRIFT_CLASSES } from "../compare";
import { driftActions, driftState, isOpen, isOpenDifference } from "../lifecycle";
import {
  type DriftFindingView,
  type EnvironmentDriftView,
  stackProgressSchema,
  uncheckedResourceSchema,
} from "../schema";

/** Differences that are not there any more, the last first. */
const MAX_PAST = 50;

/**
 * How an environment differs from what was approved, who decided what about it, and what was not looked at.
 * @throws NOT_FOUND also for an environment of a team the actor does not see
 */
export async function getEnvironmentDrift(
  { db, now }: { db: Database; now: () => Date },
  actor: Actor,
  { environmentId }: { environmentId: string },
): Promise<EnvironmentDriftView> {
  const environment = await db.environment.findUnique({
    where: { id: environmentId },
    select: { teamId: true, version: true, status: true },
  });
  if (!environment || !may(actor, "environment.view", environment)) throw new AppError("environmentNotFound");
  const [newest, done, findings, past] = await Promise.all([
    db.driftCheck.findFirst({ where: { environmentId }, orderBy: [{ askedAt: "desc" }, { id: "desc" }] }),
    db.driftCheck.findFirst({
      where: { environmentId, status: "DONE", environmentVersion: environment.version },
      orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    }),
    db.driftFinding.findMany({
      where: { environmentId, resolvedAt: null },
      include: { ignore: true },
      orderBy: [{ firstSeenAt: "asc" }, { stackKey: "asc" }, { logicalId: "asc" }, { path: "asc" }],
    }),
    db.driftFinding.findMany({
      where: { environmentId, resolvedAt: { not: null } },
      include: { ignore: true },
      orderBy: { resolvedAt: "desc" },
      take: MAX_PAST,
    }),
  ]);
  const users = await listUsersByIds(
    db,
    [...findings, ...past].flatMap(({ ignore }) => (ignore ? [ignore.ownerId] : [])),
  );
  const view = (finding: Finding) => toView(finding, users, now());
  const views = findings.map(view);
  const open = views.filter(isOpenDifference);
  const isRunning = newest !== null && isOpen(newest.status);
  const actions = driftActions(environment, permissionsOn(actor, environment));
  const progress = z.array(stackProgressSchema).parse(newest?.progress ?? []);
  return {
    state: driftState(done, open.length),
    checkedAt: done?.finishedAt ?? null,
    checkedCount: done?.checkedCount ?? 0,
    driftedCount: done ? new Set(open.map(({ stackKey, logicalId }) => `${stackKey}/${logicalId}`)).size : 0,
    notChecked: z.array(uncheckedResourceSchema).parse(done?.notChecked ?? []),
    findings: views,
    past: past.map(view),
    running: isRunning
      ? {
          doneStacks: progress.filter(({ state }) => state !== "WAITING" && state !== "RUNNING").length,
          stacks: progress.length,
        }
      : null,
    failure: newest?.status === "FAILED" ? messageSchema.parse(newest.failure) : null,
    mayCheck: actions.includes("check"),
    mayIgnore: actions.includes("ignore"),
    mayRevert: actions.includes("revert"),
    environmentVersion: environment.version,
  };
}

type Finding = Prisma.DriftFindingGetPayload<{ include: { ignore: true } }>;

function toView(
  { ignore, driftClass, environmentId: _, ignoreId: __, ...facts }: Finding,
  users: Awaited<ReturnType<typeof listUsersByIds>>,
  at: Date,
): DriftFindingView {
  return {
    ...facts,
    driftClass: z.enum(DRIFT_CLASSES).catch("UNKNOWN").parse(driftClass),
    ignore: ignore && {
      id: ignore.id,
      ownerName: users.get(ignore.ownerId)?.name ?? "",
      reason: ignore.reason,
      expiresAt: ignore.expiresAt,
      isOver: ignore.expiresAt <= at,
    },
  };
}
