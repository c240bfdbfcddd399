import path from "node:path";
import { readOrMakeSecret } from "./secret.mjs";

/** The sandbox accepts any; a real key must never be sent to it by accident. */
const SANDBOX_CREDENTIALS = {
  AWS_ACCESS_KEY_ID: "sandbox",
  AWS_SECRET_ACCESS_KEY: "sandbox",
  AWS_REGION: "ap-northeast-2",
  AWS_EC2_METADATA_DISABLED: "true",
};

/** The AWS SDK announces which Node its later versions will need; ours is pinned. */
export const QUIET = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" };

const AWS_MODES = ["sandbox", "aws", "endpoint"];

/**
 * How AWS is reached, checked.
 * @param {Record<string, string | undefined>} env
 * @returns {"sandbox" | "aws" | "endpoint"}
 */
export function readAwsMode(env) {
  const mode = env.AWS_MODE || "sandbox";
  if (!AWS_MODES.includes(mode)) {
    throw new Error(`AWS_MODE=${mode} is not known: use sandbox (the default), aws, or endpoint.`);
  }
  if (mode === "endpoint" && !env.AWS_ENDPOINT_URL) {
    throw new Error("AWS_MODE=endpoint needs AWS_ENDPOINT_URL, the address of the AWS emulator to use.");
  }
  return mode;
}

/**
 * Settings that hold a key, a password or an address with one in it: a part gets those it uses, and no
 * others.
 */
const GUARDED = /^(AWS_.*|NEXTAUTH_.*|OIDC_.*|DATABASE_URL|DATABASE_OWNER_URL|REDIS_URL|AUDIT_KEY_FILE)$/;
const GUARDED_OF = {
  setup: /^(DATABASE_URL)$/,
  portal: /^(DATABASE_URL|REDIS_URL|NEXTAUTH_.*|OIDC_.*|AWS_MODE)$/,
  worker: /^(DATABASE_URL|REDIS_URL|AUDIT_KEY_FILE|AWS_.*)$/,
  sandbox: /^$/,
};

/**
 * The settings of one part of a stack.
 * @param {keyof typeof GUARDED_OF} part
 * @param {{env: Record<string, string | undefined>, folder: string, databaseUrl: string, awsMode: string,
 * sandboxUrl?: string, portalUrl: string}} stack
 * @returns {Record<string, string | undefined>}
 */
export function partEnvironment(part, { env, folder, databaseUrl, awsMode, sandboxUrl, portalUrl }) {
  const settings = {
    ...(awsMode === "sandbox" ? withoutAws(env) : env),
    ...(awsMode === "sandbox" ? { ...SANDBOX_CREDENTIALS, AWS_ENDPOINT_URL: sandboxUrl } : {}),
    ...QUIET,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: databaseUrl,
    AWS_MODE: awsMode,
    AUDIT_FOLDER: env.AUDIT_FOLDER || path.join(folder, "audit"),
    AUDIT_KEY_FILE: env.AUDIT_KEY_FILE || path.join(folder, "audit-key.pem"),
    NEXTAUTH_URL: env.NEXTAUTH_URL || portalUrl,
    NEXTAUTH_SECRET: env.NEXTAUTH_SECRET || readOrMakeSecret(folder),
    GREENROOM_DEMO_SIGN_IN: env.GREENROOM_DEMO_SIGN_IN || "1",
  };
  return Object.fromEntries(
    Object.entries(settings).filter(
      ([name]) => name in QUIET || !GUARDED.test(name) || GUARDED_OF[part].test(name),
    ),
  );
}

function withoutAws(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("AWS_")));
}
