import fc from "fast-check";
import { expect, it } from "vitest";
import { BACKOFF_CAP_MS, POLL_FLOOR_MS, POLL_MAX_MS } from "../limits";
import { backoffMs, pollMs } from "./backoff";

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const pace = fc.record({
  firstPollMs: fc.integer({ min: 1, max: POLL_MAX_MS }),
  pollFactor: fc.double({ min: 0, max: 1, noNaN: true }),
});

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

it("sees the end of any work at most a third of its time too late, in few polls", () => {
  const pauses = Array.from({ length: 40 }, (_, polls) => pollMs(polls, { firstPollMs: 20, pollFactor: 1 }));
  let passed = 0;
  for (const pause of pauses) {
    if (passed > 400) expect(pause).toBeLessThanOrEqual(passed / 3);
    passed += pause;
  }
  expect(passed).toBeGreaterThan(30_000);
});

it("polls less often the longer it goes on, and never spins", () => {
  fc.assert(
    fc.property(fc.nat(1_000), pace, (polls, byPace) => {
      const pause = pollMs(polls, byPace);
      expect(pause).toBeGreaterThanOrEqual(POLL_FLOOR_MS);
      expect(pause).toBeLessThanOrEqual(POLL_MAX_MS);
      expect(pollMs(polls + 1, byPace)).toBeGreaterThanOrEqual(pause);
    }),
  );
});
