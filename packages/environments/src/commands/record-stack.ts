import type { Prisma, Transaction } from "@greenroom/prisma";

export interface DeployedStack {
  key: string;
  /** Place in the order of building, from 0. */
  position: number;
  stackName: string;
  stackId: string;
  region: string;
  /** The template that was sent, parsed, and the sha256 in hex of its text. */
  template: Record<string, unknown>;
  templateHash: string;
  outputs: Record<string, string>;
  resourceCount: number;
}

/** What a stack looks like since it was last deployed. Saying the same again changes nothing else. */
export async function recordStack(
  tx: Transaction,
  environmentId: string,
  stack: DeployedStack,
  now: Date,
): Promise<void> {
  const { key, ...facts } = stack;
  const data = { ...facts, template: facts.template as Prisma.InputJsonObject, deployedAt: now };
  await tx.environmentStack.upsert({
    where: { environmentId_key: { environmentId, key } },
    create: { environmentId, key, ...data },
    update: data,
  });
}
