import { createHash } from "node:crypto";
import { type Locale, type MessageKey, say } from "@greenroom/messages";
import { RETRY_AFTER_SECONDS } from "./needs-database";

const STYLE = `:root{color-scheme:light dark}
body{margin:0;min-height:100dvh;display:grid;place-content:center;gap:1.5rem;padding:1.5rem;box-sizing:border-box;
font:14px/1.5 system-ui,sans-serif;color:light-dark(#17181c,#ecedf0);background:light-dark(#f7f7f8,#0e0f12);word-break:keep-all}
section{max-width:34rem}h1,h2{font-size:1.125rem;margin:0 0 .25rem}p{margin:0;color:light-dark(#565b66,#a2a8b4);overflow-wrap:anywhere}`;
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");

type NoticeIn<Key> = Key extends `notice.${infer Name}.title` ? Name : never;
export type Notice = NoticeIn<MessageKey>;

/**
 * A page in both languages, since nobody is known yet, that needs neither scripts nor files: what is shown
 * instead of a page.
 * @param values fills the places of the texts
 * @param head further elements of the head
 */
export function noticePage(
  notice: Notice,
  values: Record<string, string> = {},
  head = "",
): { html: string; headers: Record<string, string> } {
  const text = (locale: Locale, part: "title" | "body") =>
    escapeHtml(say(locale, { key: `notice.${notice}.${part}`, values }));
  const section = (locale: Locale, level: "h1" | "h2") =>
    `<section lang="${locale}"><${level}>${text(locale, "title")}</${level}><p>${text(locale, "body")}</p></section>`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${text("en", "title")} · Greenroom</title>
<meta name="viewport" content="width=device-width,initial-scale=1">${head}
<style>${STYLE}</style></head><body><main>${section("en", "h1")}<br>${section("ko", "h2")}</main></body></html>`;
  return {
    html,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
  };
}

/** The page shown while the database is away. It asks again by itself. */
export function unavailablePage(): Response {
  const refresh = `<meta http-equiv="refresh" content="${RETRY_AFTER_SECONDS}">`;
  const { html, headers } = noticePage("unavailable", {}, refresh);
  return new Response(html, {
    status: 503,
    headers: { ...headers, "retry-after": String(RETRY_AFTER_SECONDS) },
  });
}
