import fc from "fast-check";
import { expect, it } from "vitest";
import { createRateLimiter } from "./rate-limiter";

/** A clock that moves only when somebody sleeps or a test says so. */
function manualClock() {
  const clock = { at: 1000, slept: [] as number[] };
  return {
    clock,
    now: () => clock.at,
    sleep: async (ms: number) => {
      clock.slept.push(ms);
    },
  };
}

it("lets a burst through, then one per interval, each key by itself", async () => {
  const { clock, ...time } = manualClock();
  const limiter = createRateLimiter({ perSecond: 5, burst: 2 }, time);
  for (let i = 0; i < 4; i++) await limiter.take("a");
  await limiter.take("b");
  expect(clock.slept).toEqual([200, 400]);
  clock.at += 10_000;
  await limiter.take("a");
  await limiter.take("a");
  expect(clock.slept).toHaveLength(2);
});

it("never lets more through in any second than the rate and the burst allow", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 60 }), async (gaps) => {
      const { clock, ...time } = manualClock();
      const limiter = createRateLimiter({ perSecond: 5, burst: 5 }, time);
      const passed: number[] = [];
      for (const gap of gaps) {
        clock.at += gap;
        const before = clock.slept.length;
        await limiter.take("a");
        passed.push(clock.at + (clock.slept[before] ?? 0));
      }
      for (const start of passed) {
        expect(passed.filter((at) => at >= start && at < start + 1000).length).toBeLessThanOrEqual(10);
      }
    }),
  );
});
