import type { CookiesOptions } from "next-auth";

/** How long somebody may take to sign in at their provider. */
const SIGN_IN_SECONDS = 15 * 60;
const NAMES = {
  sessionToken: "session-token",
  callbackUrl: "callback-url",
  csrfToken: "csrf-token",
  pkceCodeVerifier: "pkce.code_verifier",
  state: "state",
  nonce: "nonce",
} as const;

/**
 * The cookies of signing in. Over https all of them are `__Host-`: browsers then take them from this host
 * alone, over https alone, and never from a neighbouring subdomain (OWASP ASVS 5.0, V3.3.3).
 * @param publicUrl the address people open
 */
export function authCookies(publicUrl: string): Partial<CookiesOptions> {
  const isHttps = new URL(publicUrl).protocol === "https:";
  const prefix = isHttps ? "__Host-" : "";
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps } as const;
  return Object.fromEntries(
    Object.entries(NAMES).map(([key, name]) => {
      const isOfProvider = key === "pkceCodeVerifier" || key === "state";
      return [
        key,
        {
          name: `${prefix}next-auth.${name}`,
          options: { ...options, ...(isOfProvider && { maxAge: SIGN_IN_SECONDS }) },
        },
      ];
    }),
  );
}
