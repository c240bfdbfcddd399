import type { Database } from "@greenroom/prisma";

/** A page should rather say at once that the database is away than hang on it. */
const LIMIT_MS = 1_000;

let probe: Promise<boolean> | null = null;

/**
 * Whether the database answers within a second. Requests that come together share one question, so that a
 * database that hangs costs one connection and not one for each visitor.
 */
export async function isDatabaseUp(db: Pick<Database, "$queryRaw">): Promise<boolean> {
  probe ??= db.$queryRaw`SELECT 1`
    .then(
      () => true,
      () => false,
    )
    .finally(() => {
      probe = null;
    });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, LIMIT_MS, false);
  });
  try {
    return await Promise.race([probe, late]);
  } finally {
    clearTimeout(timer);
  }
}
