import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { addressOf, createSignInLimit } from "./sign-in-limit";

const asked = (url: string, forwardedFor?: string, remoteAddress = "192.0.2.1") =>
  ({
    url,
    headers: { "x-forwarded-for": forwardedFor },
    socket: { remoteAddress },
  }) as unknown as IncomingMessage;
const DEMO = "/api/auth/callback/demo";

describe("sign-ins", () => {
  it("are slowed down by address, whatever the request says it came from, and go on when the time is over", () => {
    let now = 0;
    const wait = createSignInLimit(0, () => now);
    for (let count = 0; count < 60; count++) expect(wait(asked(DEMO, `203.0.113.${count}`))).toBe(0);
    expect(wait(asked(DEMO, "198.51.100.7"))).toBe(1);
    expect(wait(asked("/api/auth/signin/oidc?x=1"))).toBe(1);
    expect(wait(asked("//api/auth/%63allback/demo"))).toBe(1);
    expect(wait(asked(DEMO, undefined, "192.0.2.2"))).toBe(0);
    now = 1_000;
    expect(wait(asked(DEMO))).toBe(0);
    expect(wait(asked(DEMO))).toBe(1);
  });

  it.each(["/", "/sign-in", "/api/auth/csrf", "/api/auth/session", "/api/trpc/identity.me", "/api/health"])(
    "are not what %s is",
    (path) => {
      const wait = createSignInLimit(0, () => 0);
      for (let count = 0; count < 200; count++) expect(wait(asked(path))).toBe(0);
    },
  );
});

describe("the address of a request", () => {
  it.each([
    [0, "203.0.113.9", "192.0.2.1"],
    [1, "203.0.113.9", "203.0.113.9"],
    [1, "forged, 203.0.113.9", "203.0.113.9"],
    [2, "forged, 203.0.113.9, 10.0.0.2", "203.0.113.9"],
    [2, "203.0.113.9", "192.0.2.1"],
    [1, undefined, "192.0.2.1"],
  ])("behind %d proxies of ours and with %j is %s", (proxies, forwardedFor, address) => {
    expect(addressOf(asked("/", forwardedFor), proxies)).toBe(address);
  });
});
