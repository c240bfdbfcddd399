import type { Transaction } from "@greenroom/prisma";

/** A stack that was deleted in the cloud is no part of its environment any more. */
export async function forgetStack(tx: Transaction, environmentId: string, key: string): Promise<void> {
  await tx.environmentStack.deleteMany({ where: { environmentId, key } });
}
