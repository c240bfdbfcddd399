import { type BlueprintModel, findBlueprint } from "@greenroom/infra-templates/catalog";
import type { Database, Prisma, Transaction } from "@greenroom/prisma";

export type EnvironmentRecord = Prisma.EnvironmentGetPayload<Record<never, never>>;

/** What stands of an environment: its spec, and the keys of the stacks that have been deployed. */
export interface Deployed {
  model: BlueprintModel;
  spec: unknown;
  stacks: ReadonlySet<string>;
}

/** Null when its blueprint cannot read it. */
export async function findDeployed(
  db: Database | Transaction,
  { id, blueprint, spec }: EnvironmentRecord,
): Promise<Deployed | null> {
  const model = findBlueprint(blueprint);
  const read = model?.specSchema.safeParse(spec);
  if (!model || !read?.success) return null;
  const stacks = await db.environmentStack.findMany({
    where: { environmentId: id, deployedAt: { not: null } },
    select: { key: true },
  });
  return { model, spec: read.data, stacks: new Set(stacks.map(({ key }) => key)) };
}
