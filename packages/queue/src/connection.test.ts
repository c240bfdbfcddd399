import fc from "fast-check";
import { expect, it } from "vitest";
import { retryStrategy } from "./connection";

it("finds a Redis within a second of its return, however long it was away", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (times) => {
      expect(retryStrategy(times)).toBeGreaterThan(0);
      expect(retryStrategy(times)).toBeLessThan(1_000);
    }),
  );
});
