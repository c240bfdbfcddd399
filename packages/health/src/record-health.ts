import type { Prisma, Transaction } from "@greenroom/prisma";
import type { HealthState } from "./lifecycle";
import type { Cause, Check } from "./schema";

interface Change {
  state: HealthState;
  cause: Cause;
  checks: Check[];
  /** When it came to this state, if it is another than before. */
  at: Date;
  /** When it was looked at. */
  checkedAt: Date | null;
}

/**
 * The only writer of health: what the checks say, and, when the state changes, the end of one period and the
 * beginning of another.
 */
export async function recordHealth(
  tx: Transaction,
  environmentId: string,
  { state, cause, checks, at, checkedAt }: Change,
): Promise<void> {
  const stored = checks.map((check) => ({ ...check, ranAt: check.ranAt?.toISOString() ?? null }));
  const open = await tx.healthPeriod.findFirst({ where: { environmentId, endedAt: null } });
  // Another worker's clock may be ahead.
  const since = open && open.startedAt > at ? open.startedAt : at;
  const { count } = await tx.environmentHealth.updateMany({
    where: { environmentId, state: { not: state } },
    data: { state, stateSince: since },
  });
  await tx.environmentHealth.update({
    where: { environmentId },
    data: { checks: stored as Prisma.InputJsonArray, ...(checkedAt && { checkedAt }) },
  });
  if (count === 0) return;
  if (open) await tx.healthPeriod.update({ where: { id: open.id }, data: { endedAt: since } });
  await tx.healthPeriod.create({
    data: { environmentId, state, cause: cause satisfies Prisma.InputJsonObject, startedAt: since },
  });
}
