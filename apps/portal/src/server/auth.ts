import "server-only";
import { type Config, isDemoSignInAllowed } from "@greenroom/config";
import { fromUnknown } from "@greenroom/errors";
import {
  endSession,
  loadActor,
  loadSessionActor,
  SESSION_MAX_MS,
  startSession,
  upsertUserFromSignIn,
} from "@greenroom/identity";
import type { Actor } from "@greenroom/identity/schema";
import { type AuthOptions, getServerSession } from "next-auth";
import { encode, type JWT } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import type { Provider } from "next-auth/providers/index";
import { cache } from "react";
import { authCookies } from "./auth-cookies";
import { getDeps } from "./deps";
import { toLocalPath } from "./to-local-path";

/** Issuer of the seeded people; a real provider's issuer is its address. */
export const DEMO_ISSUER = "demo";

declare module "next-auth" {
  interface Session {
    sessionId?: string;
  }
}
declare module "next-auth/jwt" {
  /** What the cookie (an encrypted JWT) says: which session, never who somebody is or what they may do. */
  interface JWT {
    sessionId?: string;
    /** Seconds since 1970; renewing the cookie moves it no further. */
    endsAt?: number;
  }
}

/** How people sign in. Only this file knows next-auth; the rest asks `getActor`. */
function authOptions(): AuthOptions {
  const { config } = getDeps();
  return {
    secret: config.NEXTAUTH_SECRET,
    cookies: authCookies(config.NEXTAUTH_URL),
    session: { strategy: "jwt", maxAge: SESSION_MAX_MS / 1_000 },
    jwt: {
      encode: ({ maxAge = 0, ...params }) => {
        const leftSeconds = (params.token?.endsAt ?? 0) - Math.floor(Date.now() / 1_000);
        return encode({ ...params, maxAge: Math.min(maxAge, leftSeconds) });
      },
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [...demoProvider(config), ...oidcProvider(config)],
    callbacks: {
      signIn: async ({ account, user }) => {
        if (account?.provider !== "oidc") return true;
        const person = await upsertUserFromSignIn(getDeps(), {
          issuer: oidcIssuer(config),
          subject: account.providerAccountId,
          email: user.email ?? "",
          name: user.name ?? user.email ?? account.providerAccountId,
        });
        return person ? true : "/sign-in?error=AccessDenied";
      },
      redirect: ({ url, baseUrl }) => new URL(toLocalPath(url), baseUrl).href,
      session: ({ token }) => ({ expires: expiryOf(token), sessionId: token.sessionId }),
    },
  };
}

const expiryOf = ({ endsAt = 0 }: JWT): string => new Date(endsAt * 1_000).toISOString();

/**
 * The same for the requests that sign in and out, which may cost a read more. A sign-in begins a session and
 * ends the one that the browser had; a cookie whose session has ended is taken back and never renewed.
 */
export async function authRouteOptions(): Promise<AuthOptions> {
  const { config } = getDeps();
  const options = authOptions();
  const before = await getServerSession(options);
  return {
    ...options,
    callbacks: {
      ...options.callbacks,
      jwt: async ({ token, account }) => {
        if (!account) {
          if (token.sessionId !== undefined && (await loadSessionActor(getDeps(), token.sessionId)))
            return token;
          throw new Error("The session has ended.");
        }
        const issuer = account.provider === "oidc" ? oidcIssuer(config) : DEMO_ISSUER;
        const session = await startSession(getDeps(), {
          issuer,
          subject: account.providerAccountId,
          replaces: before?.sessionId,
        });
        if (!session) throw new Error("The person is disabled.");
        return { sessionId: session.id, endsAt: Math.floor(session.endsAt.getTime() / 1_000) };
      },
      // The page learns how long it lasts, and nothing that names it.
      session: ({ token }) => ({ expires: expiryOf(token) }),
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.sessionId !== undefined) await endSession(getDeps(), token.sessionId);
      },
    },
  };
}

function demoProvider(config: Config): Provider[] {
  if (!isDemoSignInAllowed(config)) return [];
  return [
    Credentials({
      id: "demo",
      name: "Demo",
      credentials: { subject: { type: "text" } },
      authorize: async (credentials) => {
        const subject = credentials?.subject ?? "";
        const actor = await loadActor(getDeps(), { issuer: DEMO_ISSUER, subject });
        return actor ? { id: subject, name: actor.name, email: actor.email } : null;
      },
    }),
  ];
}

export const isOidcConfigured = (config: Config): boolean =>
  Boolean(config.OIDC_ISSUER && config.OIDC_CLIENT_ID && config.OIDC_CLIENT_SECRET);

const oidcIssuer = (config: Config) => (config.OIDC_ISSUER ?? "").replace(/\/$/, "");

interface OidcProfile {
  sub: string;
  name?: string;
  preferred_username?: string;
  email?: string;
}

function oidcProvider(config: Config): Provider[] {
  if (!isOidcConfigured(config)) return [];
  return [
    {
      id: "oidc",
      name: config.OIDC_NAME,
      type: "oauth",
      wellKnown: `${oidcIssuer(config)}/.well-known/openid-configuration`,
      clientId: config.OIDC_CLIENT_ID,
      clientSecret: config.OIDC_CLIENT_SECRET,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      profile: (profile: OidcProfile) => ({
        id: profile.sub,
        name: profile.name ?? profile.preferred_username ?? profile.email ?? profile.sub,
        email: profile.email ?? "",
      }),
    },
  ];
}

/** Who asks, with their roles as of now; null for a visitor. Read once for each request. */
export const getActor = cache(async (): Promise<Actor | null> => {
  const session = await getServerSession(authOptions());
  if (session?.sessionId === undefined) return null;
  try {
    return await loadSessionActor(getDeps(), session.sessionId);
  } catch (error) {
    throw fromUnknown(error);
  }
});
