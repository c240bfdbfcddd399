import type { Database, Transaction } from "@greenroom/prisma";

export interface TakenCidrs {
  environmentId: string;
  environmentName: string;
  teamId: string;
  cidrs: string[];
}

/** The networks of every existing environment of an account, each with who has them. */
export async function listTakenCidrs(
  db: Database | Transaction,
  cloudAccountId: string,
): Promise<TakenCidrs[]> {
  const rows = await db.environment.findMany({
    where: { cloudAccountId, status: { not: "DESTROYED" }, cidrs: { isEmpty: false } },
    select: { id: true, name: true, teamId: true, cidrs: true },
  });
  return rows.map(({ id, name, ...rest }) => ({ environmentId: id, environmentName: name, ...rest }));
}
