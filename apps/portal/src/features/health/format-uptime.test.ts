import { expect, it } from "vitest";
import { formatUptime } from "./format-uptime";

it("never rounds up to what was not reached", () => {
  expect(formatUptime(99.9996, "en")).toBe("99.999 %");
  expect(formatUptime(100, "en")).toBe("100 %");
  expect(formatUptime(99.9, "ko")).toBe("99.9%");
  expect(formatUptime(0, "en")).toBe("0 %");
});
