import english from "../../messages/en.json";
import korean from "../../messages/ko.json";
import { RETRY_AFTER_SECONDS } from "./needs-database";

const STYLE = `:root{color-scheme:light dark}
body{margin:0;min-height:100dvh;display:grid;place-content:center;gap:1.5rem;padding:1.5rem;box-sizing:border-box;
font:14px/1.5 system-ui,sans-serif;color:light-dark(#17181c,#ecedf0);background:light-dark(#f7f7f8,#0e0f12);word-break:keep-all}
section{max-width:34rem}h1,h2{font-size:1.125rem;margin:0 0 .25rem}p{margin:0;color:light-dark(#565b66,#a2a8b4)}`;

const part = (lang: string, level: "h1" | "h2", { title, body }: { title: string; body: string }) =>
  `<section lang="${lang}"><${level}>${title}</${level}><p>${body}</p></section>`;

/**
 * The page shown while the database is away, in both languages, since nobody is known yet. It asks again by itself and needs
 * neither scripts nor files, which may not be there either.
 */
export function unavailablePage(): Response {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${english.unavailable.title} · Greenroom</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="refresh" content="${RETRY_AFTER_SECONDS}">
<style>${STYLE}</style></head><body><main>${part("en", "h1", english.unavailable)}<br>${part("ko", "h2", korean.unavailable)}</main></body></html>`;
  return new Response(html, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "retry-after": String(RETRY_AFTER_SECONDS),
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    },
  });
}
