import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHECK_KINDS } from "./check-kinds";
import {
  type CheckState,
  HEALTH_STATES,
  type HealthState,
  isStale,
  isTrouble,
  overallState,
  SETTLE_AFTER,
  type Settled,
  settle,
} from "./lifecycle";
import { STALE_AFTER_MS } from "./limits";

const state = fc.constantFrom(...HEALTH_STATES);
const results = fc.array(state, { minLength: 1, maxLength: 40 });
/** What the check was after each result. */
const settleAll = (all: readonly HealthState[]): Settled[] => {
  const after: Settled[] = [];
  for (const result of all) after.push(settle(after.at(-1) ?? null, result));
  return after;
};
const lastOf = (all: readonly HealthState[], end: number) => all.slice(Math.max(0, end - SETTLE_AFTER), end);

describe("damping", () => {
  it("changes a known state only after so many same results in a row", () => {
    fc.assert(
      fc.property(results, (all) => {
        const after = settleAll(all);
        for (const [index, { state: now }] of after.entries()) {
          const before = after[index - 1]?.state ?? "UNKNOWN";
          if (before === "UNKNOWN" || before === now) continue;
          expect(lastOf(all, index + 1)).toEqual(Array(SETTLE_AFTER).fill(now));
        }
      }),
    );
  });

  it("has changed once they all say the same", () => {
    fc.assert(
      fc.property(results, state, (all, last) => {
        const after = settleAll([...all, ...Array<HealthState>(SETTLE_AFTER).fill(last)]);
        expect(after.at(-1)).toEqual({ state: last, next: null });
      }),
    );
  });

  it("never changes while results flap, and takes the first result of what was not known", () => {
    const flapping = Array.from({ length: 20 }, (_, index) => (index % 3 === 0 ? "HEALTHY" : "UNHEALTHY"));
    expect(new Set(settleAll(flapping as HealthState[]).map((one) => one.state))).toEqual(
      new Set(["HEALTHY"]),
    );
    expect(settle(null, "UNHEALTHY").state).toBe("UNHEALTHY");
  });
});

describe("the state of an environment", () => {
  const at = new Date("2026-06-01T12:00:00Z");
  const check: fc.Arbitrary<CheckState> = fc.record({
    kind: fc.constantFrom(...CHECK_KINDS),
    state,
    next: fc.constant(null),
    ranAt: fc.option(fc.nat(3 * STALE_AFTER_MS.STACKS).map((ago) => new Date(at.getTime() - ago))),
  });

  it("is never healthy with a stale check, nor better than any fresh one", () => {
    fc.assert(
      fc.property(fc.array(check, { maxLength: 4 }), (checks) => {
        const { state: overall, kind } = overallState(checks, at);
        const fresh = checks.filter((one) => !isStale(one, at));
        if (fresh.length < checks.length || checks.length === 0) expect(overall).not.toBe("HEALTHY");
        if (fresh.some((one) => one.state === "UNHEALTHY")) expect(overall).toBe("UNHEALTHY");
        if (fresh.some((one) => isTrouble(one.state))) expect(isTrouble(overall)).toBe(true);
        // And what it says, a check says.
        const says = checks.some(
          (one) => one.kind === kind && (isStale(one, at) ? "UNKNOWN" : one.state) === overall,
        );
        expect(says).toBe(checks.length > 0);
      }),
    );
  });
});
