import { expect, it } from "vitest";
import { readCostFilters } from "./cost-filters";

const NOW = new Date("2026-11-23T10:00:00Z");
const read = (query: string) => readCostFilters(new URLSearchParams(query), NOW);

it("reads month, team and stage", () => {
  expect(read("month=2026-10&team=t1&stage=prod")).toEqual({ month: "2026-10", teamId: "t1", stage: "prod" });
});

it.each(["month=2031-99&stage=zzz", "month=2026-12", "month=soon"])(
  "ignores what it does not know: %s",
  (query) => {
    expect(read(query)).toEqual({ month: undefined, teamId: undefined, stage: undefined });
  },
);
