import type { Database, Prisma, Transaction } from "@greenroom/prisma";
import { type DriftCheckStatus, statusesBefore } from "./lifecycle";

/**
 * The only writer of a check's status: a compare-and-set.
 * @param onlyIf what else must hold of the row
 * @returns whether it was in a status from which it may become this one
 */
export async function recordCheckTransition(
  db: Database | Transaction,
  id: string,
  {
    to,
    changes,
    onlyIf,
  }: {
    to: DriftCheckStatus;
    changes: Omit<Prisma.DriftCheckUpdateManyMutationInput, "status">;
    onlyIf?: Prisma.DriftCheckWhereInput;
  },
): Promise<boolean> {
  const { count } = await db.driftCheck.updateMany({
    where: { ...onlyIf, id, status: { in: statusesBefore(to) } },
    data: { ...changes, status: to },
  });
  return count > 0;
}
