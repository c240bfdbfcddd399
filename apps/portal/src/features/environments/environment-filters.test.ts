import { expect, it } from "vitest";
import { environmentInputOf, loadEnvironmentFilters } from "./environment-filters";

const read = (query: string) => environmentInputOf(loadEnvironmentFilters(new URLSearchParams(query)));

it("reads every filter", () => {
  expect(read("search=box&status=FAILED&stage=dev&team=t1&owner=u1&destroyed=1")).toEqual({
    search: "box",
    statuses: ["FAILED"],
    stage: "dev",
    teamId: "t1",
    ownerId: "u1",
    includeDestroyed: true,
    limit: 50,
  });
});

it("ignores what it does not know", () => {
  expect(read("status=GONE&stage=moon&destroyed=yes&search=")).toEqual({ limit: 50 });
});

it("searches for no more than the server takes", () => {
  expect(read(`search=${"a".repeat(99)}`).search).toHaveLength(60);
});
