import { act, appendAudit } from "@greenroom/audit";
import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import { startOfDay } from "../calendar";
import { getVisibleEnvironment } from "../queries/visible-environment";
import type { DismissAnomalyInput } from "../schema";

/**
 * Says that a dear day is no surprise, and why. Up to that figure the component is expected for the next 28
 * days.
 * @throws NOT_FOUND, FORBIDDEN, or CONFLICT when somebody has dismissed it already
 */
export async function dismissAnomaly(
  { db, now }: { db: Database; now: () => Date },
  actor: Actor,
  { environmentId, day, service, component, reason }: DismissAnomalyInput,
): Promise<void> {
  const key = { environmentId, day: startOfDay(day), service, component };
  await act({ db, now }, actor, async (tx, actor) => {
    const environment = await getVisibleEnvironment(tx, actor, environmentId);
    if (!may(actor, "anomaly.dismiss", { teamId: environment.teamId })) throw notAllowed();
    const { count } = await tx.costAnomaly.updateMany({
      where: { ...key, dismissedAt: null },
      data: { dismissedAt: now(), dismissedById: actor.userId, dismissedReason: reason },
    });
    const anomaly = await tx.costAnomaly.findFirst({ where: key });
    if (!anomaly) throw notThere(component, day);
    if (count === 0) throw dismissedAlready(component, day);
    await appendAudit(tx, {
      actor,
      action: "anomaly.dismissed",
      subject: { id: environment.id, name: environment.name },
      teamId: environment.teamId,
      reason,
      details: { day, service, component, usd: anomaly.usd.toFixed() },
      now: now(),
    });
  });
}

function notAllowed(): AppError {
  return new AppError("anomalyNotYours");
}

function notThere(component: string, day: string): AppError {
  return new AppError("anomalyNotFound", { component, day });
}

function dismissedAlready(component: string, day: string): AppError {
  return new AppError("anomalyDismissed", { component, day });
}
