import { describe, expect, it } from "vitest";
import { isDemoSignInAllowed, readConfig } from "./index";

const minimal = { DATABASE_URL: "postgres://greenroom@127.0.0.1/greenroom" };

describe("readConfig", () => {
  it("needs a database address and nothing else", () => {
    expect(readConfig(minimal)).toMatchObject({ AWS_MODE: "sandbox", GREENROOM_DEMO_SIGN_IN: false });
  });

  it("names every wrong variable and never its value", () => {
    const read = () => readConfig({ DATABASE_URL: "mysql://secret@host", AWS_MODE: "azure" });
    expect(read).toThrow(/DATABASE_URL: must start with postgres:\/\/.*AWS_MODE/);
    expect(read).not.toThrow(/secret@host/);
  });
});

describe("isDemoSignInAllowed", () => {
  const demo = (more: Record<string, string>) => isDemoSignInAllowed(readConfig({ ...minimal, ...more }));

  it("is off unless asked for", () => expect(demo({})).toBe(false));
  it.each(["http://127.0.0.1:4310", "http://localhost:4310", "http://[::1]:4310"])(
    "is allowed on loopback: %s",
    (url) => expect(demo({ GREENROOM_DEMO_SIGN_IN: "1", NEXTAUTH_URL: url })).toBe(true),
  );
  it("is refused on any other address", () =>
    expect(demo({ GREENROOM_DEMO_SIGN_IN: "1", NEXTAUTH_URL: "https://127.0.0.1.example.com" })).toBe(false));
  it("is allowed anywhere by the second switch", () =>
    expect(
      demo({
        GREENROOM_DEMO_SIGN_IN: "1",
        GREENROOM_DEMO_SIGN_IN_ANYWHERE: "1",
        NEXTAUTH_URL: "https://greenroom.example.com",
      }),
    ).toBe(true));
});
