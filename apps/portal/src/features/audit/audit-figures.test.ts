import { expect, it } from "vitest";
import { readFigures } from "./audit-figures";

it("reads what a budget was and became", () => {
  const after = { monthlyUsd: "120", thresholds: [{ kind: "CROSSING", value: "80", effect: "NOTIFY" }] };
  const details = { environmentId: null, before: null, after };
  expect(readFigures({ action: "budget.set", details })).toEqual({
    action: "budget.set",
    details: { before: null, after },
  });
});

it("reads none of an act without money, nor of details it does not know", () => {
  expect(readFigures({ action: "run.queued", details: {} })).toBeNull();
  expect(readFigures({ action: "budget.set", details: { usd: 3 } })).toBeNull();
});
