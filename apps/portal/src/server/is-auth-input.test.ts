import { describe, expect, it } from "vitest";
import { isAuthInput } from "./is-auth-input";

const ask = (path: string, init: RequestInit = {}) => {
  const url = new URL(path, "http://127.0.0.1:4310/api/auth/");
  const segments = decodeURIComponent(url.pathname).replace("/api/auth/", "").split("/");
  return isAuthInput(segments, new Request(url, init));
};
const post = (path: string, body: string, type = "application/x-www-form-urlencoded") =>
  ask(path, { method: "POST", body, headers: { "content-type": type } });

describe("next-auth is given", () => {
  it.each([
    () => ask("session"),
    () => ask("signin?callbackUrl=/environments%3Fsearch%3D%EC%97%AC%EB%A6%84"),
    () => ask("error?error=AccessDenied"),
    () => ask("callback/oidc?code=4/0Ab%2B&state=x&iss=https://login.example"),
    () =>
      ask("session", {
        headers: { cookie: "a=b; next-auth.callback-url=http%3A%2F%2F127.0.0.1%3A4310%2Fruns" },
      }),
    () => post("callback/demo", "subject=rina&callbackUrl=%2F&csrfToken=abc&json=true"),
    () => post("signout", '{"csrfToken":"abc","json":"true"}', "application/json"),
  ])("%s", async (call) => {
    expect(await call()).toBe(true);
  });
});

describe("next-auth is not given", () => {
  it.each([
    () => ask("signin?callbackUrl=foo"),
    () => ask("signin?callbackUrl=%0d%0aforged"),
    () => ask("signin?callbackUrl=/ok&callbackUrl=javascript:alert(1)"),
    () => ask("signin?callbackUrl=https://"),
    () => ask(`signin?callbackUrl=/${"x".repeat(3_000)}`),
    () => ask("error?error=%ED%95%9C"),
    () => ask("error/%ED%95%9C"),
    () => ask("signin/a/b/c"),
    () => ask("session", { headers: { cookie: "next-auth.callback-url=%0aforged" } }),
    () => ask("session", { headers: { cookie: "__Host-next-auth.callback-url=%E0%A4%A" } }),
    () => post("callback/demo", "{", "application/json"),
    () => post("callback/demo", '{"csrfToken":{"a":1}}', "application/json"),
    () => post("callback/demo", "[]", "application/json"),
    () => post("callback/demo", "null", "application/json"),
    () => post("callback/demo", "callbackUrl=foo"),
    () => post("callback/demo", `subject=${"x".repeat(20_000)}`),
  ])("%s", async (call) => {
    expect(await call()).toBe(false);
  });
});
