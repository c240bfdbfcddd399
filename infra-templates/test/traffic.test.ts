import { message } from "@greenroom/messages";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeSpecProblems, getBlueprint } from "../src/catalog";
import { hourlyRates, requestsPerMonth } from "../src/traffic/rates";
import { TRAFFIC_SIZES, trafficSettings } from "../src/traffic/settings";
import { anyTraffic } from "../testing/arbitraries/traffic";
import { contextOf } from "../testing/contexts";

const ticketing = getBlueprint("ticketing");
const staging = ticketing.presets.find(({ key }) => key === "staging")?.spec as {
  data: object;
  traffic: object;
};
const context = { ...contextOf("staging"), today: "2026-11-01" };
const withTraffic = (traffic: object, data: object = {}) => ({
  ...staging,
  data: { ...staging.data, ...data },
  traffic: { ...staging.traffic, ...traffic },
});
const usageOf = (traffic: object, data: object = {}) =>
  ticketing.usage(ticketing.specSchema.parse(withTraffic(traffic, data))).data ?? {};

describe("the traffic of a day", () => {
  it("is one rate for as long as it is in use, or the figures of its hours", () => {
    const flat = TRAFFIC_SIZES.prod;
    expect(hourlyRates({ ...flat, requestsPerSecond: 10, hoursPerDay: 2.5 }).slice(0, 4)).toEqual([
      10, 10, 5, 0,
    ]);
    const byHour = Array.from({ length: 24 }, (_, hour) => hour);
    expect(hourlyRates({ ...flat, byHour })).toEqual(byHour);
    // 276 requests per second, summed over the hours, for 3,600 seconds each on 730 / 24 days.
    expect(requestsPerMonth({ ...flat, byHour })).toBeCloseTo((276 * 3600 * 730) / 24, 3);
  });

  it("counts the same requests in whatever order the hours come", () => {
    fc.assert(
      fc.property(anyTraffic, (traffic) => {
        const turned = { ...traffic, byHour: [...hourlyRates(traffic)].reverse() };
        expect(requestsPerMonth(turned)).toBeCloseTo(requestsPerMonth(traffic), 0);
      }),
    );
  });

  it("takes figures that were typed, and asks for all 24", () => {
    const typed = Array<string>(24).fill("7");
    expect(trafficSettings.parse({ ...TRAFFIC_SIZES.dev, byHour: typed }).byHour).toEqual(Array(24).fill(7));
    expect(describeSpecProblems(ticketing, withTraffic({ byHour: typed.slice(1) }), context)).toEqual([
      { field: "traffic.byHour", message: message("spec.traffic.byHour", { count: 23 }) },
    ]);
    expect(
      describeSpecProblems(ticketing, withTraffic({ byHour: [...typed.slice(1), "many"] }), context),
    ).toEqual([
      expect.objectContaining({
        field: "traffic.byHour",
        message: message("spec.traffic.rate", { value: "many", maximum: 50_000 }),
      }),
    ]);
  });
});

describe("provisioned capacity", () => {
  const limits = {
    minReadUnits: 5,
    maxReadUnits: 100,
    minWriteUnits: 5,
    maxWriteUnits: 100,
    targetUtilization: 50,
  };
  const provisioned = { billing: "provisioned", ...limits };
  const writesOf = (traffic: object) => usageOf(traffic, provisioned).TicketEventsTable?.write_capacity_units;

  it("follows each hour's load within the limits", () => {
    // A hundredth of the requests reserves, with two writes each: 1,000 a second need 20 units, at half in
    // use 40.
    const quiet = Array<number>(23).fill(0);
    expect(writesOf({ byHour: [1_000, ...quiet] })?.expected).toBeCloseTo((40 + 23 * 5) / 24, 3);
    expect(writesOf({ byHour: [50_000, ...quiet] })?.expected).toBeCloseTo((100 + 23 * 5) / 24, 3);
    expect(writesOf({ byHour: Array(24).fill(1_000) })).toMatchObject({ low: 20, expected: 40, high: 80 });
  });

  it("counts an index as its table for writes, and at its least for reads", () => {
    const { TicketsTable } = usageOf({ byHour: Array(24).fill(1_000) }, provisioned);
    // Two writes a reservation each for the table and its index; 0.6 of a fifth of the requests read it, half
    // a unit each.
    expect(TicketsTable?.write_capacity_units?.expected).toBe(2 * 40);
    expect(TicketsTable?.read_capacity_units?.expected).toBe(100 + 5);
  });
});
