import type { Database, Transaction } from "@greenroom/prisma";

/** Keys of the stacks of an environment that have been deployed. */
export async function findDeployedStacks(
  db: Database | Transaction,
  environmentId: string,
): Promise<ReadonlySet<string>> {
  const stacks = await db.environmentStack.findMany({
    where: { environmentId, deployedAt: { not: null } },
    select: { key: true },
  });
  return new Set(stacks.map(({ key }) => key));
}
