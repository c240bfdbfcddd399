import { describe, expect, it } from "vitest";
import { needsDatabase } from "./needs-database";

function asks(path: string, method = "GET", destination?: string): boolean {
  const headers = new Headers(destination ? { "sec-fetch-dest": destination } : {});
  return needsDatabase({ method, url: `http://127.0.0.1:4310${path}`, headers });
}

describe("what answers 503 as a page while the database is away", () => {
  it.each(["/", "/sign-in?callbackUrl=%2F", "/environments/env_1", "/catalog/ticketing/new"])(
    "page %s",
    (path) => {
      expect(asks(path, "GET", "document")).toBe(true);
      expect(asks(path, "HEAD")).toBe(true);
    },
  );

  it("the sign-in a page waits for", () => {
    expect(asks("/api/auth/callback/demo", "POST", "empty")).toBe(true);
    expect(asks("/api/auth/callback/oidc?code=1&state=2", "GET", "document")).toBe(true);
  });

  it.each(["/api/health", "/api/trpc/identity.me", "/api/auth/session", "/icon.svg", "/_next/image"])(
    "not %s",
    (path) => expect(asks(path, "GET", "document")).toBe(false),
  );

  it("not a part of a page that a script fetches, nor a form that is sent", () => {
    expect(asks("/environments", "GET", "empty")).toBe(false);
    expect(asks("/environments", "POST", "document")).toBe(false);
  });
});
