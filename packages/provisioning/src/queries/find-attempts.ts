import type { Database } from "@greenroom/prisma";
import type { RunView } from "../schema";
import type { AccessibleRun } from "./run-access";

const LINK = { id: true, number: true } as const;

/** The attempts before and after a run: the one that it tries again, and the newest that tries it again. */
export async function findAttempts(
  db: Database,
  { id, environmentId, retryOfId }: Pick<AccessibleRun, "id" | "environmentId" | "retryOfId">,
): Promise<Pick<RunView, "retryOf" | "retriedBy">> {
  if (environmentId === null) return { retryOf: null, retriedBy: null };
  const [retryOf, retriedBy] = await Promise.all([
    retryOfId === null ? null : db.run.findUnique({ where: { id: retryOfId }, select: LINK }),
    db.run.findFirst({
      where: { environmentId, retryOfId: id },
      orderBy: { number: "desc" },
      select: LINK,
    }),
  ]);
  return { retryOf, retriedBy };
}
