const STILL_EVERY_MS = 10_000;

/**
 * Tells a person what goes on: a line when a step ends with the time it took, and a sign of life during long
 * ones.
 * @param {(line: string) => void} print
 */
export function createProgress(print = (line) => console.log(line)) {
  return {
    print,
    /**
     * @template T
     * @param {string} label in the present, e.g. "installing packages"
     * @param {() => Promise<T> | T} work may return {note} to be shown beside the label
     * @returns {Promise<T>}
     */
    async step(label, work) {
      const startedAt = performance.now();
      const elapsed = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
      print(`  … ${label}`);
      const timer = setInterval(() => print(`  … still ${label} (${elapsed()})`), STILL_EVERY_MS);
      try {
        const result = await work();
        print(`  ✓ ${label}${result?.note ? `: ${result.note}` : ""} (${elapsed()})`);
        return result;
      } catch (error) {
        print(`  ✗ ${label} (${elapsed()})`);
        throw error;
      } finally {
        clearInterval(timer);
      }
    },
  };
}

/** @typedef {ReturnType<typeof createProgress>} Progress */

/** Shows nothing. */
export const silentProgress = createProgress(() => {});
