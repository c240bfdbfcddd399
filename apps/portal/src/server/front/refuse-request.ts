import type { IncomingMessage } from "node:http";
import { isLoopbackHost } from "@greenroom/config";
import type { Notice } from "../notice-page";
import { isAllowedHost } from "./allowed-host";
import { isSameOrigin } from "./same-origin";

const METHODS = ["GET", "HEAD", "POST"];
/** Container health checks ask a portal under its own address, whatever name people use. */
const HEALTH_PATH = "/api/health";
/** What a proxy adds to a request that it passes on. */
const PROXY_HEADERS = [
  "forwarded",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
] as const;

export interface Refusal {
  status: 400 | 403 | 405 | 421 | 429;
  notice: Exclude<Notice, "unavailable">;
  values: Record<string, string>;
}

/**
 * Why a request is not answered at all, before Next or any of our code reads it: a method that nothing here
 * uses, an address that is unreadable or could forge a log line, a host that is not ours, or a change sent by
 * a page of another site.
 * @param publicUrl the address people open (NEXTAUTH_URL)
 * @returns undefined for a request that may pass
 */
export function refuseRequest(request: IncomingMessage, publicUrl: string): Refusal | undefined {
  const { method = "GET", url = "/", headers } = request;
  if (!METHODS.includes(method)) return { status: 405, notice: "method", values: { method } };
  if (!isReadable(url)) return { status: 400, notice: "address", values: {} };
  const path = url.split("?")[0];
  const strange = strangeHost(request, publicUrl, path === HEALTH_PATH);
  if (strange !== undefined) return { status: 421, notice: "host", values: { host: strange, publicUrl } };
  if (
    isLoopbackHost(new URL(publicUrl).hostname) &&
    PROXY_HEADERS.some((name) => headers[name] !== undefined)
  ) {
    return { status: 421, notice: "proxy", values: { publicUrl } };
  }
  if (method === "POST" && !isSameOrigin(headers, publicUrl))
    return { status: 403, notice: "origin", values: { publicUrl } };
  return undefined;
}

/**
 * Paths only (a proxy's absolute form is not for us), with escapes that make sense and no control characters
 * in them.
 */
function isReadable(url: string): boolean {
  if (!url.startsWith("/")) return false;
  try {
    return !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(decodeURIComponent(url.replaceAll("+", "%20")));
  } catch {
    return false;
  }
}

function strangeHost(
  { headers, socket }: IncomingMessage,
  publicUrl: string,
  isHealth: boolean,
): string | undefined {
  const forwarded = [headers["x-forwarded-host"] ?? []].flat().flatMap((value) => value.split(","));
  const hosts = [headers.host ?? "", ...forwarded].map((host) => host.trim());
  return hosts.find((host) => {
    if (isAllowedHost(host, publicUrl)) return false;
    return !(isHealth && isAllowedHost(host, `http://127.0.0.1:${socket.localPort}`));
  });
}
