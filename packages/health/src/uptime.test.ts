import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HEALTH_STATES } from "./lifecycle";
import { BUDGET_MS, type Period, UPTIME_DAYS, uptimeOf } from "./uptime";

const now = new Date("2026-06-01T12:00:00Z");
const MINUTE_MS = 60_000;
const WINDOW_MINUTES = UPTIME_DAYS * 24 * 60;
const ago = (minutes: number) => new Date(now.getTime() - minutes * MINUTE_MS);

/** Periods one after another; the last one lasts. */
const periods = fc
  .array(fc.record({ state: fc.constantFrom(...HEALTH_STATES), minutes: fc.nat(20_000) }), { maxLength: 12 })
  .map((all): Period[] => {
    let left = all.reduce((sum, { minutes }) => sum + minutes, 0);
    return all.map(({ state, minutes }, index) => {
      const startedAt = ago(left);
      left -= minutes;
      return { state, startedAt, endedAt: index === all.length - 1 ? null : ago(left) };
    });
  });

describe("uptime", () => {
  it("is what counting minute by minute says", () => {
    fc.assert(
      fc.property(periods, fc.nat(3_000), (all, staleFor) => {
        const knownUntil = ago(staleFor);
        let known = 0;
        let down = 0;
        for (const { state, startedAt, endedAt } of all) {
          const end = endedAt ?? knownUntil;
          const minutes = Math.max(
            0,
            Math.min(WINDOW_MINUTES, (now.getTime() - startedAt.getTime()) / MINUTE_MS) -
              Math.max(0, (now.getTime() - end.getTime()) / MINUTE_MS),
          );
          if (state === "UNKNOWN") continue;
          known += minutes;
          if (state === "UNHEALTHY") down += minutes;
        }
        const uptime = uptimeOf(all, now, knownUntil);
        expect(uptime.knownMs).toBeCloseTo(known * MINUTE_MS, 3);
        expect(uptime.downMs).toBeCloseTo(down * MINUTE_MS, 3);
        expect(uptime.percent === null).toBe(uptime.knownMs === 0);
        expect(uptime.knownMs).toBeLessThanOrEqual(WINDOW_MINUTES * MINUTE_MS);
      }),
    );
  });

  it("only falls when time is unhealthy instead of healthy, and by as much as that of the budget", () => {
    fc.assert(
      fc.property(periods, fc.nat(11), (all, which) => {
        const worse = all.map((one, index) =>
          index === which && one.state === "HEALTHY" ? { ...one, state: "UNHEALTHY" as const } : one,
        );
        const before = uptimeOf(all, now, now);
        const after = uptimeOf(worse, now, now);
        expect(after.percent ?? 0).toBeLessThanOrEqual(before.percent ?? 0);
        expect(before.budgetLeftMs - after.budgetLeftMs).toBe(after.downMs - before.downMs);
      }),
    );
  });

  it("allows 43 minutes and 12 seconds in 30 days", () => {
    expect(BUDGET_MS).toBe((43 * 60 + 12) * 1000);
    const day = [{ state: "UNHEALTHY" as const, startedAt: ago(60), endedAt: ago(30) }];
    expect(uptimeOf(day, now, now)).toEqual({
      percent: 0,
      knownMs: 30 * MINUTE_MS,
      downMs: 30 * MINUTE_MS,
      budgetLeftMs: BUDGET_MS - 30 * MINUTE_MS,
    });
  });
});
