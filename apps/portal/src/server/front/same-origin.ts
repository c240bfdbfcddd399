import type { IncomingHttpHeaders } from "node:http";
import { isAllowedHost } from "./allowed-host";

/**
 * Whether a request that changes something was sent by one of our own pages. Browsers add Origin (and
 * Sec-Fetch-Site) to every POST and a foreign page cannot forge them; a client without them carries no
 * cookies of a browser, and is let through to the sign-in check.
 * @param publicUrl the address people use (NEXTAUTH_URL), which differs from the request's behind a proxy
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site && site !== "same-origin" && site !== "none") return false;
  const { origin, host = "" } = headers;
  if (!origin) return true;
  if (!URL.canParse(origin)) return false;
  const own = new URL(publicUrl);
  if (origin === own.origin) return true;
  return origin === `${own.protocol}//${host.toLowerCase()}` && isAllowedHost(host, publicUrl);
}
