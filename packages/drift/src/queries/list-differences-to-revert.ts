import type { Database, Prisma } from "@greenroom/prisma";

export type DifferenceToRevert = Prisma.DriftFindingGetPayload<{
  select: { stackKey: true; logicalId: true; resourceType: true; path: true; actual: true };
}>;

/**
 * All that the newest check of an environment, as it is now, found to differ: a change set that undoes drift
 * leaves none of it, also what is ignored and what autoscaling has set. Empty before such a check.
 */
export async function listDifferencesToRevert(
  db: Database,
  environment: { id: string; version: number },
): Promise<DifferenceToRevert[]> {
  const { id: environmentId, version: environmentVersion } = environment;
  const check = await db.driftCheck.findFirst({
    where: { environmentId, environmentVersion, status: "DONE" },
  });
  if (!check) return [];
  return db.driftFinding.findMany({
    where: { environmentId, resolvedAt: null },
    select: { stackKey: true, logicalId: true, resourceType: true, path: true, actual: true },
    orderBy: [{ stackKey: "asc" }, { logicalId: "asc" }, { path: "asc" }],
  });
}
