import type { Prisma, Transaction } from "@greenroom/prisma";
import { OPEN_CHECK_STATUSES } from "./lifecycle";
import type { StackProgress } from "./schema";

interface Subject {
  id: string;
  version: number;
  stacks: readonly { key: string }[];
}

/**
 * Begins a check, unless one is under way.
 * @returns the id of the check that is under way now
 */
export async function beginCheck(
  tx: Transaction,
  environment: Subject,
  { askedById, now }: { askedById: string | null; now: Date },
): Promise<string> {
  const progress: StackProgress[] = environment.stacks.map(({ key }) => ({
    key,
    detectionId: null,
    state: "WAITING",
  }));
  await tx.driftCheck.createMany({
    data: [
      {
        environmentId: environment.id,
        environmentVersion: environment.version,
        status: "QUEUED",
        askedById,
        askedAt: now,
        wakeAt: now,
        progress: progress satisfies Prisma.InputJsonArray,
      },
    ],
    skipDuplicates: true,
  });
  const { id } = await tx.driftCheck.findFirstOrThrow({
    where: { environmentId: environment.id, status: { in: OPEN_CHECK_STATUSES } },
    select: { id: true },
  });
  return id;
}
