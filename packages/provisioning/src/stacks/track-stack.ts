import type { Transaction } from "@greenroom/prisma";
import type { PlannedStack } from "../schema";

/**
 * Remembers a stack from before it exists (by its name, the id is null) and its id from the moment it does,
 * so that one that never comes to be finished can still be told from a stranger's of the same name, and is
 * deleted with its environment.
 */
export async function trackStack(
  tx: Transaction,
  environmentId: string,
  { key, stackName, region }: PlannedStack,
  position: number,
  stackId: string | null,
): Promise<void> {
  const nothing = { templateHash: "", template: {}, outputs: {}, resourceCount: 0, deployedAt: null };
  const known = await tx.environmentStack.findUnique({
    where: { environmentId_key: { environmentId, key } },
  });
  if (known && (stackId === null || known.stackId === stackId)) return;
  // Another id is another stack: what was deployed under the old one is gone.
  await tx.environmentStack.upsert({
    where: { environmentId_key: { environmentId, key } },
    create: { environmentId, key, position, stackName, region, stackId, ...nothing },
    update: { stackId, ...nothing },
  });
}
