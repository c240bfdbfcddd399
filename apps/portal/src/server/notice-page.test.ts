import { expect, it } from "vitest";
import { type Notice, noticePage, unavailablePage } from "./notice-page";

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

const NOTICES: Record<Notice, Record<string, string>> = {
  unavailable: {},
  host: { host: "<evil>", publicUrl: "https://greenroom.example" },
  proxy: { publicUrl: "https://greenroom.example" },
  origin: { publicUrl: "https://greenroom.example" },
  method: { method: "PUT" },
  address: {},
  tooFast: { seconds: "30" },
};
it.each(Object.entries(NOTICES))("says %s in both languages with its values, escaped", (notice, values) => {
  const { html } = noticePage(notice as Notice, values);
  const sections = html.slice(html.indexOf("<main>"));
  expect(sections).not.toMatch(/[{}]|notice\.|<evil>/);
  for (const value of Object.values(values)) {
    expect(sections.split(value.replace("<", "&lt;").replace(">", "&gt;")).length).toBeGreaterThan(2);
  }
});
