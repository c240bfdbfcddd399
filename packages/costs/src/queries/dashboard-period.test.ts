import { describe, expect, it } from "vitest";
import { countedDays, dashboardPeriod } from "./dashboard-period";

const NOON = new Date("2026-11-21T12:00:00Z");
const period = dashboardPeriod(NOON, undefined);

describe("the period of a dashboard", () => {
  it("is the current month up to today, against the whole month before", () => {
    expect(period).toMatchObject({
      isCurrentMonth: true,
      firstDay: "2026-11-01",
      lastDay: "2026-11-30",
      dayCount: 30,
      previousFirstDay: "2026-10-01",
      previousDayCount: 31,
      readFrom: "2026-09-23",
      readTo: "2026-11-21",
    });
    expect(period.seriesDays).toHaveLength(60);
  });

  it("is a whole month when that is over, across the turn of a year and in a leap year", () => {
    expect(dashboardPeriod(NOON, "2024-01")).toMatchObject({
      isCurrentMonth: false,
      previousFirstDay: "2023-12-01",
      readTo: "2024-01-31",
    });
    expect(dashboardPeriod(NOON, "2024-03")).toMatchObject({ dayCount: 31, previousDayCount: 29 });
    expect(dashboardPeriod(NOON, "2099-01").firstDay).toBe("2026-11-01");
  });

  it("counts of today what has passed, and no day that is not known yet", () => {
    expect(countedDays(period, "2026-11-21", NOON)).toBe(20.5);
    expect(countedDays(period, "2026-11-19", NOON)).toBe(19);
    expect(countedDays(period, "2026-10-31", NOON)).toBe(0);
    expect(countedDays(period, null, NOON)).toBe(0);
    expect(countedDays(dashboardPeriod(NOON, "2026-10"), null, NOON)).toBe(31);
  });
});
