import { afterEach, expect, it, vi } from "vitest";
import { costInputOf, loadCostFilters } from "./cost-filters";

const read = (query: string) => {
  vi.useFakeTimers({ now: new Date("2026-11-23T10:00:00Z") });
  return costInputOf(loadCostFilters(new URLSearchParams(query)));
};
afterEach(() => vi.useRealTimers());

it("reads month, team and stage", () => {
  expect(read("month=2026-10&team=t1&stage=prod")).toEqual({ month: "2026-10", teamId: "t1", stage: "prod" });
});

it("takes the first of a filter that stands there twice", () => {
  expect(costInputOf(loadCostFilters({ team: ["t1", "t2"] }))).toMatchObject({ teamId: "t1" });
});

it.each(["month=2031-99&stage=zzz", "month=2026-12", "month=soon", "team="])(
  "ignores what it does not know: %s",
  (query) => {
    expect(read(query)).toEqual({ month: undefined, teamId: undefined, stage: undefined });
  },
);
