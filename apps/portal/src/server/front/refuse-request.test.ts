import type { IncomingMessage } from "node:http";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerHeaders } from "./answer-headers";
import { logConsole } from "./log-console";
import { refuseRequest } from "./refuse-request";

const PUBLIC = "https://greenroom.example.com";
const LOOPBACK = "http://127.0.0.1:4310";
const OWN_HOST = { [PUBLIC]: "greenroom.example.com", [LOOPBACK]: "127.0.0.1:4310" };

interface Asked {
  method?: string;
  url?: string;
  headers?: Record<string, string>;
}
const statusOf = (publicUrl: keyof typeof OWN_HOST, { method = "GET", url = "/", headers = {} }: Asked) =>
  refuseRequest(
    {
      method,
      url,
      headers: { host: OWN_HOST[publicUrl], ...headers },
      socket: { localPort: 4310 },
    } as unknown as IncomingMessage,
    publicUrl,
  )?.status;

describe("the portal answers", () => {
  it.each([
    [PUBLIC, {}],
    [PUBLIC, { headers: { host: "GREENROOM.example.com:443" } }],
    [
      PUBLIC,
      {
        headers: {
          "x-forwarded-host": "greenroom.example.com",
          "x-forwarded-proto": "https",
          via: "1.1 edge",
        },
      },
    ],
    [PUBLIC, { url: "/api/health", headers: { host: "127.0.0.1:4310" } }],
    [LOOPBACK, { headers: { host: "localhost:8080" } }],
    [LOOPBACK, { headers: { host: "[::1]:4310" } }],
    [LOOPBACK, { url: "/environments?search=%EC%97%AC%EB%A6%84%20%2B%20100%25" }],
    [LOOPBACK, { method: "POST", headers: { origin: "http://localhost:4310", host: "localhost:4310" } }],
  ] as const)("at %s to %j", (publicUrl, asked) => {
    expect(statusOf(publicUrl, asked)).toBeUndefined();
  });

  it.each([
    [421, PUBLIC, { headers: { host: "evil.example" } }],
    [421, PUBLIC, { headers: { host: "" } }],
    [421, PUBLIC, { headers: { host: "127.0.0.1:4310" } }],
    [421, PUBLIC, { url: "/api/health", headers: { host: "evil.example" } }],
    [421, PUBLIC, { headers: { host: "greenroom.example.com.evil.example" } }],
    [421, PUBLIC, { headers: { host: "greenroom.example.com@evil.example" } }],
    [421, PUBLIC, { headers: { "x-forwarded-host": "greenroom.example.com, evil.example" } }],
    [421, LOOPBACK, { headers: { host: "127.0.0.1.evil.example:4310" } }],
    [421, LOOPBACK, { headers: { host: "evil@127.0.0.1:4310" } }],
    [421, LOOPBACK, { headers: { "x-forwarded-for": "203.0.113.9" } }],
    [421, LOOPBACK, { headers: { forwarded: "host=greenroom.example.com" } }],
    [403, LOOPBACK, { method: "POST", headers: { origin: "https://evil.example" } }],
    [403, PUBLIC, { method: "POST", headers: { "sec-fetch-site": "cross-site" } }],
    [405, LOOPBACK, { method: "TRACE" }],
    [405, LOOPBACK, { method: "OPTIONS" }],
    [405, LOOPBACK, { method: "DELETE" }],
    [400, LOOPBACK, { url: "http://evil.example/" }],
    [400, LOOPBACK, { url: "*" }],
    [400, LOOPBACK, { url: "/%E0%A4%A" }],
    [400, LOOPBACK, { url: "/sign-in?callbackUrl=%0d%0aforged" }],
    [400, LOOPBACK, { url: "/a%e2%80%a8b" }],
  ] as const)("%i at %s to %j", (status, publicUrl, asked) => {
    expect(statusOf(publicUrl, asked)).toBe(status);
  });

  it("no host but its own", () => {
    const label = fc.stringMatching(/^[a-z0-9@_.:[\]-]{1,30}$/);
    const own = /^(greenroom\.example\.com)(:443)?\.?$/;
    fc.assert(
      fc.property(
        fc.oneof(
          label,
          label.map((text) => `greenroom.example.com${text}`),
          label.map((text) => text + LOOPBACK.slice(7)),
        ),
        (host) => {
          if (!own.test(host)) expect(statusOf(PUBLIC, { headers: { host } })).toBe(421);
        },
      ),
    );
  });
});

describe("every answer", () => {
  it("tells browsers to stay on https exactly where people open https, whatever a header says", () => {
    expect(answerHeaders(PUBLIC)["strict-transport-security"]).toContain("max-age=31536000");
    expect(answerHeaders(LOOPBACK)).not.toHaveProperty("strict-transport-security");
  });
});

describe("what libraries print", () => {
  it("is one line of the log, whatever was in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const lines: string[] = [];
        const write = (fields: object, message: string) => lines.push(JSON.stringify({ ...fields, message }));
        const log = { error: write, warn: write, info: write, debug: write };
        const target = { error() {}, warn() {}, info() {}, log() {}, debug() {} };
        logConsole(log as never, target);
        (target.error as (...values: unknown[]) => void)("[next-auth]", text, new Error(text));
        expect(lines).toHaveLength(1);
        expect(lines[0]).not.toMatch(/[\n\r]/);
      }),
    );
  });
});
