import { describe, expect, it } from "vitest";
import { driftScopeOf, fleetInputOf, loadFleetFilters } from "./fleet-filters";

const inputOf = (search: Record<string, string>) =>
  fleetInputOf(loadFleetFilters(new URLSearchParams(search)));

describe("the filters of the fleet's drift", () => {
  it("ask for what the address says", () => {
    expect(inputOf({ team: "t1", stage: "prod", state: "DRIFTED" })).toEqual({
      teamId: "t1",
      stage: "prod",
      state: "DRIFTED",
      limit: 50,
    });
  });

  it("leave out words that nobody knows", () => {
    expect(inputOf({ stage: "moon", state: "BROKEN", team: "" })).toEqual({ limit: 50 });
  });

  it("sum up every state, whichever the list shows", () => {
    expect(driftScopeOf(loadFleetFilters(new URLSearchParams("state=DRIFTED&stage=dev")))).toEqual({
      stage: "dev",
    });
  });
});
