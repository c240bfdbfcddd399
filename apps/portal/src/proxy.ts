import { type NextRequest, NextResponse } from "next/server";
import { getDeps } from "./server/deps";
import { isDatabaseUp } from "./server/is-database-up";
import { needsDatabase } from "./server/needs-database";
import { unavailablePage } from "./server/unavailable-page";

/**
 * Before every page: 503 while the database is away (a page that failed half way would say 200), else the page with its
 * security headers. Scripts run only with this request's nonce. Styles may be inline, because positioned windows and notices
 * set them.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  if (needsDatabase(request) && !(await isDatabaseUp(getDeps().db))) return unavailablePage();
  const nonce = btoa(crypto.randomUUID());
  const isDevelopment = process.env.NODE_ENV === "development";
  const isHttps =
    request.nextUrl.protocol === "https:" || request.headers.get("x-forwarded-proto")?.startsWith("https");
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-greenroom-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = isReadable(request.nextUrl.pathname)
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL(NOWHERE, request.url), { request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("x-frame-options", "DENY");
  response.headers.set("referrer-policy", "strict-origin-when-cross-origin");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  if (isHttps) response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  return response;
}

/** No page is here: what is sent here is answered 404, with the page that says so. */
const NOWHERE = "/nowhere";

/** Whether the escapes of a path make sense. Next answers 500 to one that does not when a page has a parameter in that place. */
function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

export const config = { matcher: "/((?!_next/static|_next/image).*)" };
