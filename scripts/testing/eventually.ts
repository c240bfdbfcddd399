import { vi } from "vitest";

/** Just below the limit of a test, so that what was still missing is what fails it. */
const PATIENCE_MS = 280_000;
const INTERVAL_MS = 25;

/** Waits until this no longer throws, as long as a busy machine needs. @returns its answer */
export function eventually<Answer>(
  check: () => Answer | Promise<Answer>,
  intervalMs = INTERVAL_MS,
): Promise<Answer> {
  return vi.waitFor(check, { timeout: PATIENCE_MS, interval: intervalMs });
}
