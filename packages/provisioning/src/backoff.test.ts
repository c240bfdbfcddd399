import fc from "fast-check";
import { expect, it } from "vitest";
import { backoffMs, pollMs } from "./backoff";
import { BACKOFF_CAP_MS, POLL_FLOOR_MS, POLL_MAX_MS } from "./limits";

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it("backs off within the cap, for any number of failures", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), random, (failures, chance) => {
      const pause = backoffMs(failures, chance);
      expect(pause).toBeGreaterThanOrEqual(POLL_FLOOR_MS);
      expect(pause).toBeLessThanOrEqual(BACKOFF_CAP_MS);
    }),
  );
});

it("doubles the bound with each failure and spreads evenly below it", () => {
  expect(backoffMs(1, 0.5)).toBe(500);
  expect(backoffMs(2, 0.5)).toBe(1_000);
  expect(backoffMs(3, 0.25)).toBe(1_000);
  expect(backoffMs(50, 0.5)).toBe(BACKOFF_CAP_MS / 2);
});

it("looks less often the longer nothing happens, and never spins", () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.double({ min: 0, max: 1, noNaN: true }), (looks, factor) => {
      const pause = pollMs(looks, factor);
      expect(pause).toBeGreaterThanOrEqual(POLL_FLOOR_MS);
      expect(pause).toBeLessThanOrEqual(POLL_MAX_MS);
      expect(pollMs(looks + 1, factor)).toBeGreaterThanOrEqual(pause);
    }),
  );
});
