/** How long clients are asked to wait before the next try, in seconds. */
export const RETRY_AFTER_SECONDS = 5;

/**
 * Whether an answer to this request is a whole page, or the sign-in that a page waits for: what has to say
 * 503 by itself while the database is away. Calls (/api/trpc), the health check and files answer for
 * themselves; so do parts of a page that a script fetches, which browsers mark with Sec-Fetch-Dest: empty.
 */
export function needsDatabase(request: { method: string; url: string; headers: Headers }): boolean {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/api/auth/callback/")) return true;
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  if (pathname.startsWith("/api/") || pathname.startsWith("/_next/") || /\.[a-z0-9]+$/i.test(pathname))
    return false;
  const destination = request.headers.get("sec-fetch-dest");
  return destination === null || destination === "document" || destination === "iframe";
}
