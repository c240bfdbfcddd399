import type { IncomingMessage } from "node:http";
import { createAllowance } from "@greenroom/trpc/allowance";

/**
 * Sign-ins of one address: an office behind one of them comes in on a Monday morning, and whoever tries names
 * or codes one after another is slowed down to one a second.
 */
const SIGN_INS = { burst: 60, perSecond: 1 };
/** What begins or ends a sign-in; a provider's answer comes back to `callback`. */
const SIGN_IN_PATH = /^\/+api\/+auth\/+(signin|callback)\/+[^/]/;

/**
 * How long whoever sends this has to wait before the next sign-in, by address.
 * @param trustedProxies as `addressOf`
 * @param now milliseconds of a clock that never goes back
 * @returns seconds; 0 for what is no sign-in, and for one that may go on
 */
export function createSignInLimit(trustedProxies: number, now?: () => number) {
  const allowance = createAllowance(SIGN_INS, now);
  return (request: IncomingMessage): number => {
    if (!SIGN_IN_PATH.test(pathOf(request))) return 0;
    return allowance.take(addressOf(request, trustedProxies));
  };
}

/** The path as Next will read it. */
function pathOf({ url = "/" }: IncomingMessage): string {
  const path = url.split("?")[0] ?? "/";
  return decodeURIComponent(path).toLowerCase();
}

/**
 * The address a request comes from. What a request says of itself (X-Forwarded-For) is believed only as far
 * as our own proxies wrote it.
 * @param trustedProxies how many of ours are in front; each adds the address that it was asked from at the
 * end of the list
 */
export function addressOf({ headers, socket }: IncomingMessage, trustedProxies: number): string {
  const peer = socket.remoteAddress ?? "";
  if (trustedProxies === 0) return peer;
  const said = [headers["x-forwarded-for"] ?? []].flat().flatMap((value) => value.split(","));
  return said.at(-trustedProxies)?.trim() || peer;
}
