import { describe, expect, it } from "vitest";
import { formatCountdown, formatDuration, formatExactTime, formatRelativeTime } from "./format-time";

const NOW = Date.parse("2026-11-23T03:00:00Z");
const ago = (seconds: number) => new Date(NOW - seconds * 1000);

describe("formatRelativeTime", () => {
  it.each([
    [5, "now"],
    [-59, "now"],
    [61, "1 min. ago"],
    [3 * 3600, "3 hr. ago"],
    [-2 * 86_400 - 5, "in 2 days"],
    [-14 * 86_400 + 5, "in 14 days"],
    [-13.4 * 86_400, "in 13 days"],
    [1.9 * 86_400, "yesterday"],
  ])("tells %s seconds ago as %s", (seconds, text) => {
    expect(formatRelativeTime(ago(seconds), NOW, "en")).toBe(text);
  });

  it("speaks Korean", () => {
    expect(formatRelativeTime(ago(180), NOW, "ko")).toBe("3분 전");
  });
});

describe("formatCountdown", () => {
  it.each([
    [0.4, "in 1 sec."],
    [12, "in 12 sec."],
    [125, "in 2 min."],
    [0, "now"],
    [-3600, "now"],
  ])("tells what comes in %s seconds as %s", (seconds, text) => {
    expect(formatCountdown(ago(-seconds), NOW, "en")).toBe(text);
  });
});

describe("formatExactTime", () => {
  it("tells the time of Seoul", () => {
    expect(formatExactTime(new Date(NOW), "en", "Asia/Seoul")).toMatch(/Nov 23, 2026, 12:00:00.*GMT\+9/);
  });
});

describe("formatDuration", () => {
  it.each([
    [-20, "0.0 s"],
    [4230, "4.2 s"],
    [42_400, "42 s"],
    [185_000, "3 m 05 s"],
    [7_630_000, "2 h 07 m"],
  ])("tells %s ms as %s", (milliseconds, text) => {
    expect(formatDuration(milliseconds, "en")).toBe(text);
  });

  it.each([
    [4230, "4.2초"],
    [35_000, "35초"],
    [185_000, "3분 05초"],
    [7_630_000, "2시간 07분"],
  ])("tells %s ms in Korean as %s", (milliseconds, text) => {
    expect(formatDuration(milliseconds, "ko")).toBe(text);
  });
});
