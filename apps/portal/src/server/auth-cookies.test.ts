import { createRequire } from "node:module";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { authCookies } from "./auth-cookies";

/** The cookies of the installed next-auth, which it does not export. */
const require = createRequire(import.meta.url);
const { defaultCookies } = require(path.join(require.resolve("next-auth"), "../core/lib/cookie.js")) as {
  defaultCookies: (isSecure: boolean) => object;
};

describe("authCookies", () => {
  it("are all of next-auth's, bound to the host over https and unreadable for scripts everywhere", () => {
    for (const [url, isHttps] of [
      ["https://greenroom.example.com", true],
      ["http://127.0.0.1:4310", false],
    ] as const) {
      const cookies = authCookies(url);
      expect(Object.keys(cookies).sort()).toEqual(Object.keys(defaultCookies(isHttps)).sort());
      for (const cookie of Object.values(cookies)) {
        expect(cookie.name.startsWith("__Host-")).toBe(isHttps);
        expect(cookie.options).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/", secure: isHttps });
        expect(cookie.options).not.toHaveProperty("domain");
      }
    }
  });
});
