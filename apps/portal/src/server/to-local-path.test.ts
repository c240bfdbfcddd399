import { describe, expect, it } from "vitest";
import { toLocalPath } from "./to-local-path";

describe("toLocalPath", () => {
  it.each([
    [undefined, "/"],
    ["/runs/1?tab=log", "/runs/1?tab=log"],
    ["http://127.0.0.1:4310/environments", "/environments"],
    ["https://evil.example/phish", "/phish"],
    ["//evil.example/phish", "/"],
    ["/\\evil.example", "/"],
    ["https://evil.example//evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["/sign-in?callbackUrl=/x", "/"],
    ["/api/auth/signout", "/"],
  ])("leads %s to %s", (target, path) => {
    expect(toLocalPath(target)).toBe(path);
  });
});
