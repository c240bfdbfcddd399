import type { Database } from "@greenroom/prisma";

/**
 * Signs out: the cookie that names this session is nobody's from now on. Ending it twice is ending it once.
 */
export async function endSession({ db }: { db: Database }, sessionId: string): Promise<void> {
  await db.session.deleteMany({ where: { id: sessionId } });
}
