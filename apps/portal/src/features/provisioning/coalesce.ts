/**
 * Calls of a read made into one under way and one after it, however many come meanwhile; the last sees what
 * all asked for.
 */
export function coalesce(read: () => Promise<unknown>): () => void {
  let isReading = false;
  let isWanted = false;
  return () => {
    isWanted = true;
    if (!isReading) void readWhileWanted();
  };

  async function readWhileWanted(): Promise<void> {
    isReading = true;
    while (isWanted) {
      isWanted = false;
      // Whoever shows what was read says what went wrong with it.
      await read().catch(() => undefined);
    }
    isReading = false;
  }
}
