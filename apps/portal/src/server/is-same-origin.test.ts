import { describe, expect, it } from "vitest";
import { isSameOrigin } from "./is-same-origin";

const PUBLIC = "https://greenroom.example.com";
const ask = (headers: Record<string, string>) =>
  isSameOrigin(new Request("http://10.0.0.7:3000/api/trpc/x", { method: "POST", headers }), PUBLIC);

describe("isSameOrigin", () => {
  it.each([
    [{ origin: PUBLIC, "sec-fetch-site": "same-origin" }, true],
    [{ origin: "http://127.0.0.1:4310", host: "127.0.0.1:4310" }, true],
    [{}, true],
    [{ origin: "https://evil.example" }, false],
    [{ origin: "null" }, false],
    [{ origin: PUBLIC, "sec-fetch-site": "cross-site" }, false],
    [{ "sec-fetch-site": "same-site" }, false],
  ] as [Record<string, string>, boolean][])("headers %j are ours: %s", (headers, expected) => {
    expect(ask(headers)).toBe(expected);
  });
});
