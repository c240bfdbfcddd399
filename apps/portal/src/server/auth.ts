import "server-only";
import { type Config, isDemoSignInAllowed } from "@greenroom/config";
import { fromUnknown } from "@greenroom/errors";
import { loadActor, upsertUserFromSignIn } from "@greenroom/identity";
import type { Actor } from "@greenroom/identity/schema";
import { type AuthOptions, getServerSession } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { Provider } from "next-auth/providers/index";
import { cache } from "react";
import { getDeps } from "./deps";

/** Issuer of the seeded people; a real provider's issuer is its address. */
export const DEMO_ISSUER = "demo";
/** A working day: whoever stays away longer signs in again. */
const SESSION_SECONDS = 12 * 60 * 60;

/** What the session cookie (an encrypted JWT) says: who, never what they may do. */
export interface SessionIdentity {
  issuer: string;
  subject: string;
}

declare module "next-auth" {
  interface Session {
    identity?: SessionIdentity;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    identity?: SessionIdentity;
  }
}

/** How people sign in. Only this file knows next-auth; the rest asks `getActor`. */
export function authOptions(): AuthOptions {
  const { config } = getDeps();
  return {
    secret: config.NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
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
      jwt: ({ token, account }) => {
        if (account) {
          const issuer = account.provider === "oidc" ? oidcIssuer(config) : DEMO_ISSUER;
          token.identity = { issuer, subject: account.providerAccountId };
        }
        return token;
      },
      session: ({ session, token }) => ({ expires: session.expires, identity: token.identity }),
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
  if (!session?.identity) return null;
  try {
    return await loadActor(getDeps(), session.identity);
  } catch (error) {
    throw fromUnknown(error);
  }
});
