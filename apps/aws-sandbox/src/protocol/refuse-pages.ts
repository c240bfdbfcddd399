import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

const LOOPBACK_HOSTS = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
/** What the AWS SDK posts: the Query protocol, and the JSON protocols of other services. */
const AWS_CONTENT = /^application\/(x-www-form-urlencoded|x-amz-json-1\.[01]|json|cbor)$/;

export interface Refusal {
  status: number;
  error: string;
}

/**
 * Why a request is not answered: a web page that somebody has open may send it without their knowledge. A
 * page can post forms and plain text to a loopback port, but cannot leave out Origin, choose another Host, or
 * sign for AWS; programs do none of that.
 * @returns undefined for a request of a program: the AWS SDK, or a caller of the control API that sends JSON
 */
export function refusePages(
  { method = "GET", headers }: IncomingMessage,
  isControl: boolean,
): Refusal | undefined {
  if (!LOOPBACK_HOSTS.test(headers.host ?? "")) {
    const error = `The sandbox answers on loopback only, not as "${headers.host}". Use http://127.0.0.1.`;
    return { status: 403, error };
  }
  if (isFromPage(headers)) {
    const error = `The sandbox answers programs, not web pages (Origin "${headers.origin ?? headers["sec-fetch-site"]}"). Call it with the AWS SDK or a command line.`;
    return { status: 403, error };
  }
  if (method !== "POST") return undefined;
  const type = headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "none";
  if (isControl ? type === "application/json" : AWS_CONTENT.test(type)) return undefined;
  const wanted = isControl ? "application/json" : "what the AWS SDK sends, application/x-www-form-urlencoded";
  return { status: 415, error: `The Content-Type is ${type}; send ${wanted}.` };
}

/**
 * Browsers add Origin to every post, and Sec-Fetch-Site to everything; "none" is somebody who typed the
 * address.
 */
const isFromPage = (headers: IncomingHttpHeaders): boolean =>
  headers.origin !== undefined || (headers["sec-fetch-site"] ?? "none") !== "none";
