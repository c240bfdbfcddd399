import { expect, it } from "vitest";
import { unavailablePage } from "./notice-page";

it("says in both languages that the page comes back by itself, and to programs when to ask again", async () => {
  const response = unavailablePage();
  const html = await response.text();
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("5");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(html).toContain('<meta http-equiv="refresh" content="5">');
  expect(html).toMatch(/<section lang="en"><h1>[^<]+<\/h1>/);
  expect(html).toMatch(/<section lang="ko"><h2>[가-힣][^<]+<\/h2>/);
  expect(html).not.toContain("<script");
});
