import { request as rawRequest } from "node:http";
import type { Page } from "@playwright/test";
import { freshName, readyEnvironment } from "../setup/environment";
import { openPage } from "../setup/open-page";
import { expect, test } from "../setup/test";

/** OWASP ASVS 5.0, V3.4: on every answer, files, calls and errors included. */
const HEADERS: Record<string, RegExp> = {
  "content-security-policy": /frame-ancestors 'none'/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "permissions-policy": /camera=\(\)/,
  "referrer-policy": /^strict-origin-when-cross-origin$/,
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
};

test("every page works under a policy without unsafe-inline, and every answer carries the headers", async ({
  as,
  page,
}) => {
  const { environmentId, requestId, runId } = await readyEnvironment(freshName("policy"));
  const marco = await as("marco");
  const problems: string[] = [];
  watch(marco, problems);
  watch(page, problems);

  await openPage(page, "/sign-in");
  const pages = [
    "/",
    "/catalog",
    "/catalog/ticketing/new",
    "/requests",
    `/requests/${requestId}`,
    "/environments",
    `/environments/${environmentId}`,
    `/environments/${environmentId}/change`,
    `/environments/${environmentId}/destroy`,
    "/runs",
    "/drift",
    `/runs/${runId}`,
    "/costs",
    "/audit",
  ];
  for (const path of pages) {
    await openPage(marco, path);
    await expect(marco.getByRole("heading", { level: 1 }).first()).toBeVisible();
    const html = await (await marco.request.get(path)).text();
    const styled = html.match(/<[^>]+ style="[^"]*"/g) ?? [];
    // The policy knows the one that hides the inputs of selects and switches.
    const unknown = styled.filter((element) => !element.includes('style="clip-path:inset(50%);'));
    expect(unknown, `style attributes in ${path}`).toEqual([]);
  }
  await marco.request.get("/nothing/here");
  await marco.goto("/nothing/here");
  await marco.goto("/api/trpc/nothing");
  await marco.goto("/_next/static/nothing.js");
  expect(problems).toEqual([]);
});

test("a page of another name, method or site gets nothing", async () => {
  const url = process.env.E2E_PORTAL_URL ?? "";
  const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status?: number; headers: object }>((resolve, reject) => {
      const asked = rawRequest(url + path, { method, headers }, (answer) => {
        answer.resume();
        answer.once("end", () => resolve({ status: answer.statusCode, headers: answer.headers }));
      });
      asked.on("error", reject).end();
    });
  const evil = { host: "evil.example", origin: "http://evil.example" };
  expect(await ask("GET", "/sign-in", evil)).toMatchObject({ status: 421 });
  expect(await ask("POST", "/api/auth/callback/demo", evil)).toMatchObject({ status: 421 });
  expect(await ask("POST", "/api/trpc/requests.approve", { origin: "https://evil.example" })).toMatchObject({
    status: 403,
  });
  expect(await ask("TRACE", "/")).toMatchObject({ status: 405, headers: { allow: "GET, HEAD, POST" } });
  expect(await ask("GET", "/api/auth/signin?callbackUrl=%0d%0aforged")).toMatchObject({ status: 400 });
  for (const path of ["/api/auth/signin?callbackUrl=foo", "/api/auth/error?error=%ED%95%9C"]) {
    expect(await ask("GET", path)).toMatchObject({ status: 400 });
  }
  expect((await ask("GET", "/api/trpc/identity.me")).headers).toMatchObject({ "cache-control": "no-store" });
});

function watch(page: Page, problems: string[]): void {
  page.on("console", (message) => {
    if (/Content Security Policy|violates/.test(message.text()))
      problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on("response", async (response) => {
    const headers = await response.allHeaders().catch(() => null);
    if (!headers) return;
    for (const [name, wanted] of Object.entries(HEADERS)) {
      if (!wanted.test(headers[name] ?? ""))
        problems.push(`${response.url()}: ${name} is ${headers[name] ?? "absent"}`);
    }
  });
}
