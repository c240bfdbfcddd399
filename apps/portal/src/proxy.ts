import { type NextRequest, NextResponse } from "next/server";
import { contentPolicy } from "./server/content-policy";
import { getDeps } from "./server/deps";
import { isDatabaseUp } from "./server/is-database-up";
import { needsDatabase } from "./server/needs-database";
import { unavailablePage } from "./server/notice-page";

/**
 * Before every page: 503 while the database is away (a page that failed half way would say 200), else the
 * page with its own content policy. All other headers are the server's.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  if (needsDatabase(request) && !(await isDatabaseUp(getDeps().db))) return unavailablePage();
  const nonce = btoa(crypto.randomUUID());
  const policy = contentPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-greenroom-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = isReadable(request.nextUrl.pathname)
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL(NOWHERE, request.url), { request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** No page is here: what is sent here is answered 404, with the page that says so. */
const NOWHERE = "/nowhere";

/**
 * Whether the escapes of a path make sense. Next answers 500 to one that does not when a page has a parameter
 * in that place.
 */
function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

export const config = { matcher: "/((?!_next/static|_next/image).*)" };
