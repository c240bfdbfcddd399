import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { daysBetween } from "../calendar";
import { countedDays, dashboardPeriod } from "./dashboard-period";
import { forecastMonth } from "./forecast-month";

const NOON = new Date("2026-11-21T12:00:00Z");
const period = dashboardPeriod(NOON, undefined);
const costs = (first: string, last: string, usd: number) =>
  new Map(daysBetween(first, last).map((day) => [day, new Decimal(usd)]));
const forecast = (costOfDay: Map<string, Decimal>, measuredUntil: string | null, estimates = 0, now = NOON) =>
  forecastMonth(dashboardPeriod(now, undefined), now, {
    measuredUntil,
    costOfDay,
    expectedMonthlyUsd: new Decimal(estimates),
  });

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

describe("forecastMonth", () => {
  it("goes on as the last seven full days did; today's part does not count as a day", () => {
    const known = costs("2026-11-01", "2026-11-20", 10).set("2026-11-21", new Decimal(1));
    expect(forecast(known, "2026-11-21")).toEqual({ usd: "300", basis: "LAST_7_DAYS", dailyUsd: "10" });
  });

  it("takes the week that is known where the last days are not known yet", () => {
    expect(forecast(costs("2026-11-01", "2026-11-19", 10), "2026-11-19")?.usd).toBe("300");
  });

  it("lets what has gone cost nothing", () => {
    const known = costs("2026-11-01", "2026-11-10", 10);
    expect(forecast(known, "2026-11-21")).toMatchObject({ usd: "100", dailyUsd: "0" });
  });

  it("is never less than what is spent already", () => {
    const now = new Date("2026-11-30T23:00:00Z");
    const known = costs("2026-11-01", "2026-11-29", 1).set("2026-11-30", new Decimal(50));
    expect(forecast(known, "2026-11-30", 0, now)?.usd).toBe("79");
  });

  it("goes by the estimates until there is a week", () => {
    const known = costs("2026-11-18", "2026-11-20", 24);
    // 9.5 days of 24 hours at $730 / 730 h = $1 an hour.
    expect(forecast(known, "2026-11-21", 730)).toEqual({ usd: "300", basis: "ESTIMATES", dailyUsd: "24" });
  });

  it("reaches into the month before for its week", () => {
    const now = new Date("2026-11-02T06:00:00Z");
    const known = costs("2026-10-01", "2026-11-01", 7);
    expect(forecast(known, "2026-11-01", 0, now)?.usd).toBe("210");
    expect(forecast(costs("2026-10-01", "2026-10-30", 7), "2026-10-30", 0, now)?.usd).toBe("210");
  });

  it("says nothing of a month that is over", () => {
    const over = dashboardPeriod(NOON, "2026-10");
    const known = { measuredUntil: null, costOfDay: new Map(), expectedMonthlyUsd: new Decimal(1) };
    expect(forecastMonth(over, NOON, known)).toBeNull();
  });
});
