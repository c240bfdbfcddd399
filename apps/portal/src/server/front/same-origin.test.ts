import { describe, expect, it } from "vitest";
import { isSameOrigin } from "./same-origin";

const PUBLIC = "https://greenroom.example.com";
const LOOPBACK = "http://127.0.0.1:4310";

describe("isSameOrigin", () => {
  it.each([
    [{ origin: PUBLIC, "sec-fetch-site": "same-origin" }, true],
    [{ origin: PUBLIC, host: "10.0.0.7:3000" }, true],
    [{}, true],
    [{ origin: "https://evil.example" }, false],
    [{ origin: "https://evil.example", host: "evil.example" }, false],
    [{ origin: "http://greenroom.example.com", host: "greenroom.example.com" }, false],
    [{ origin: "null" }, false],
    [{ origin: PUBLIC, "sec-fetch-site": "cross-site" }, false],
    [{ "sec-fetch-site": "same-site" }, false],
  ] as [Record<string, string>, boolean][])("of a public address takes %j: %s", (headers, expected) => {
    expect(isSameOrigin(headers, PUBLIC)).toBe(expected);
  });

  it.each([
    [{ origin: "http://localhost:4310", host: "localhost:4310" }, true],
    [{ origin: "http://127.0.0.1:8080", host: "127.0.0.1:8080" }, true],
    [{ origin: "http://localhost:3000", host: "localhost:4310" }, false],
    [{ origin: "http://evil.example:4310", host: "evil.example:4310" }, false],
  ] as [Record<string, string>, boolean][])("of a loopback address takes %j: %s", (headers, expected) => {
    expect(isSameOrigin(headers, LOOPBACK)).toBe(expected);
  });
});
