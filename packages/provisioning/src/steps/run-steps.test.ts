import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StepStatus } from "../lifecycle";
import { applySteps, destroySteps, planSteps, readySteps, type StepDraft } from "./run-steps";

interface Stack {
  key: string;
  dependsOn: string[];
}

/** Stacks that depend only on earlier ones, as the synthesizer gives them. */
const stacks: fc.Arbitrary<Stack[]> = fc
  .array(fc.array(fc.nat(10), { maxLength: 3 }), { maxLength: 6 })
  .map((needs) =>
    needs.map((earlier, index) => ({
      key: `s${index}`,
      dependsOn: [...new Set(earlier.filter((one) => one < index))].map((one) => `s${one}`),
    })),
  );

/** The waves in which the steps would be done. */
function waves(drafts: StepDraft[], order: Stack[]): string[][] {
  const steps = drafts.map((draft, position) => ({ ...draft, position, status: "PENDING" as StepStatus }));
  const result: string[][] = [];
  for (;;) {
    const ready = readySteps(steps, order);
    if (ready.length === 0) return result;
    for (const step of ready) step.status = "SUCCEEDED";
    result.push(ready.map(({ key }) => key));
  }
}

describe("steps", () => {
  it("come one after the other in a plan", () => {
    expect(waves(planSteps(), []).flat()).toEqual([
      "synthesize",
      "compare",
      "check",
      "policy",
      "price",
      "record",
    ]);
  });

  it("are all done once, each stack after those it depends on", () => {
    fc.assert(
      fc.property(stacks, fc.boolean(), (order, isClean) => {
        const drafts = applySteps({ stacks: order, removed: [], isClean });
        const done = waves(drafts, order);
        const waveOf = new Map(done.flatMap((wave, index) => wave.map((key) => [key, index])));
        expect([...waveOf.keys()].sort()).toEqual(drafts.map(({ key }) => key).sort());
        for (const { key, dependsOn } of order) {
          for (const needed of dependsOn) {
            expect(waveOf.get(`apply-${needed}`)).toBeLessThan(waveOf.get(`apply-${key}`)!);
          }
        }
        expect(done.at(-1)).toEqual(["record"]);
      }),
    );
  });

  it("delete each stack before those it depends on", () => {
    fc.assert(
      fc.property(stacks, (order) => {
        const waveOf = new Map(
          waves(destroySteps(order), order).flatMap((wave, index) => wave.map((key) => [key, index])),
        );
        for (const { key, dependsOn } of order) {
          for (const needed of dependsOn) {
            expect(waveOf.get(`delete-${key}`)).toBeLessThan(waveOf.get(`delete-${needed}`)!);
          }
        }
      }),
    );
  });

  it("of stacks that do not depend on each other go side by side", () => {
    const order = [
      { key: "a", dependsOn: [] },
      { key: "b", dependsOn: [] },
      { key: "c", dependsOn: ["a"] },
    ];
    expect(waves(applySteps({ stacks: order, removed: [], isClean: false }), order)).toEqual([
      ["verify"],
      ["apply-a", "apply-b"],
      ["apply-c"],
      ["record"],
    ]);
  });
});
