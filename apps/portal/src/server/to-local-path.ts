/**
 * Where to go after signing in: a path of this portal. Anything else (another site, "//host", a bare word)
 * becomes the home page, so that a prepared link cannot send people away.
 */
export function toLocalPath(target: string | undefined): string {
  if (!target) return "/";
  const base = "http://portal.invalid";
  if (!URL.canParse(target, base)) return "/";
  const url = new URL(target, base);
  const isAbsolute = /^[a-z][a-z0-9+.-]*:/i.test(target);
  if (url.origin !== base && !isAbsolute) return "/";
  const path = url.pathname + url.search;
  return !path.startsWith("/") ||
    path.startsWith("//") ||
    path.startsWith("/sign-in") ||
    path.startsWith("/api/")
    ? "/"
    : path;
}
