import { describe, expect, it } from "vitest";
import { componentsOf } from "../../testing/components-of";

const listed = (properties: object, usage = {}) => [
  ...componentsOf("AWS::CloudTrail::Trail", { IsLogging: true, ...properties }, usage).keys(),
];
const MANAGEMENT = "Management events (additional copies)";
const advanced = (...categories: string[]) => ({
  AdvancedEventSelectors: categories.map((category) => ({
    FieldSelectors: [{ Field: "eventCategory", Equals: [category] }],
  })),
});

describe("what a trail lists", () => {
  it("has management events unless every selector leaves them out", () => {
    expect(listed({})).toEqual([MANAGEMENT, "Data events"]);
    expect(listed({ EventSelectors: [{ IncludeManagementEvents: false }] })).toEqual(["Data events"]);
    expect(listed({ EventSelectors: [{ IncludeManagementEvents: "false" }, {}] })).toContain(MANAGEMENT);
    expect(listed(advanced("Data"))).toEqual(["Data events"]);
    expect(listed(advanced("Data", "Management"))).toContain(MANAGEMENT);
  });

  it("has what usage counts, whatever the template selects", () => {
    const usage = { monthly_additional_management_events: 1e5, monthly_insight_events: 3e5 };
    expect(listed({ EventSelectors: [{ IncludeManagementEvents: false }] }, usage)).toEqual([
      MANAGEMENT,
      "Data events",
      "Insight events",
    ]);
  });
});
