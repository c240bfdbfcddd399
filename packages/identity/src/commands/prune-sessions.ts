import type { Database } from "@greenroom/prisma";
import { SESSION_IDLE_MS } from "../limits";

/** Takes out the records of sessions that are over or have not been used. @returns how many */
export async function pruneSessions({ db, now }: { db: Database; now: () => Date }): Promise<number> {
  const at = now();
  const { count } = await db.session.deleteMany({
    where: {
      OR: [{ endsAt: { lte: at } }, { seenAt: { lte: new Date(at.getTime() - SESSION_IDLE_MS) } }],
    },
  });
  return count;
}
