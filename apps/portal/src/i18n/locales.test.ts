import { describe, expect, it } from "vitest";
import { chooseLocale } from "./locales";

describe("chooseLocale", () => {
  it.each([
    ["ko", "en-US,en;q=0.9", "ko"],
    [undefined, "ko-KR,ko;q=0.9,en;q=0.8", "ko"],
    [undefined, "de-DE,de;q=0.9,en;q=0.8", "en"],
    ["xx", "fr", "en"],
    [undefined, null, "en"],
  ])("choice %s and header %s give %s", (chosen, header, locale) => {
    expect(chooseLocale(chosen, header)).toBe(locale);
  });
});
