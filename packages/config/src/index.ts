import { AppError } from "@greenroom/errors";
import { z } from "zod";

const flagOf = (byDefault: "0" | "1") =>
  z
    .enum(["0", "1"])
    .default(byDefault)
    .transform((value) => value === "1");
const flag = flagOf("0");

const environmentSchema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  /**
   * postgres:// address of the one database, as a role that reads and writes rows; its owner is known to the
   * migrations only.
   */
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres://"),
  /** redis:// address; without it the queue lives in Postgres. */
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, "must start with redis://")
    .optional(),
  /** sandbox: simulated AWS. aws: the real one. endpoint: any other emulator at AWS_ENDPOINT_URL. */
  AWS_MODE: z.enum(["sandbox", "aws", "endpoint"]).default("sandbox"),
  AWS_ENDPOINT_URL: z.url().optional(),
  /**
   * Read by the AWS SDK itself; here it only says that an emulator is to be met with the worker's own keys
   * instead of made-up ones.
   */
  AWS_ACCESS_KEY_ID: z.string().optional(),
  /**
   * Role that CloudFormation assumes to act; {accountId} and {partition} are filled in. Without it
   * CloudFormation acts as the caller.
   */
  AWS_EXECUTION_ROLE_ARN: z.string().optional(),
  /** Managed policy that bounds every role of an environment; {accountId} and {partition} are filled in. */
  AWS_PERMISSIONS_BOUNDARY_ARN: z
    .string()
    .regex(
      /^arn:(aws[a-z-]*|\{partition\}):iam::(\d{12}|\{accountId\}|aws):policy\/.+$/,
      "must be the ARN of a managed policy",
    )
    .optional(),
  /**
   * 1 asks AWS Cost Explorer what environments cost (with AWS_MODE=aws only); each request costs $0.01, a few
   * a day are made.
   */
  AWS_COST_EXPLORER: flag,
  /**
   * Where the audit trail's signed checkpoints and the public key lie: the worker writes it, the portal reads
   * it.
   */
  AUDIT_FOLDER: z.string().min(1).optional(),
  /**
   * The worker's private key for them, made at its first start; outside of that folder, and nobody else's to
   * read.
   */
  AUDIT_KEY_FILE: z.string().min(1).optional(),
  WORKER_PORT: z.coerce.number().int().min(0).max(65535).default(0),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(8),
  /**
   * 0 leaves the loading of CDK and the policy engines (some seconds, 700 MB) to the first plan that a worker
   * makes.
   */
  WORKER_WARM_UP: flagOf("1"),
  /** Multiplies the pauses between polls; tests set it near zero. */
  POLL_FACTOR: z.coerce.number().min(0).max(10).default(1),
  /** Where the portal listens: its own address and port, not the one people open. */
  PORTAL_HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65535).default(4310),
  /**
   * Proxies of yours in front of the portal: how many last entries of X-Forwarded-For are theirs. 0 believes
   * none of it.
   */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /**
   * The address people open. The portal answers under this name only (and its loopback names, where it is
   * one).
   */
  NEXTAUTH_URL: z.url().default("http://127.0.0.1:4310"),
  NEXTAUTH_SECRET: z.string().min(16, "must have at least 16 characters").optional(),
  /**
   * 1 shows sign-in as the seeded demo people; refused unless NEXTAUTH_URL is a loopback address or the next
   * flag is 1.
   */
  GREENROOM_DEMO_SIGN_IN: flag,
  GREENROOM_DEMO_SIGN_IN_ANYWHERE: flag,
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default("Single sign-on"),
  /** Won for a dollar, and the day that rate was true: pages then show won beside dollars. */
  KRW_PER_USD: z
    .string()
    .regex(/^\d{1,6}(\.\d{1,4})?$/, "must be a number such as 1385.5")
    .optional(),
  KRW_RATE_DATE: z.iso.date("must be a day such as 2026-11-20").optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Config = z.infer<typeof environmentSchema>;

/**
 * The only reader of process.env. Throws INVALID_INPUT that names every wrong variable and what it should be.
 * @param source the environment; tests pass their own.
 */
export function readConfig(source: Record<string, string | undefined> = process.env): Config {
  const result = environmentSchema.safeParse(source);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
  throw new AppError("settingsWrong", { problems });
}

const LOOPBACK_HOSTS = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Whether a host name, as URLs spell it, is this machine's own. */
export const isLoopbackHost = (hostname: string): boolean => LOOPBACK_HOSTS.has(hostname);

/**
 * Whether the sign-in as demo people is offered: asked for, and bound to loopback or explicitly allowed
 * anywhere.
 */
export function isDemoSignInAllowed(config: Config): boolean {
  const isLoopback = isLoopbackHost(new URL(config.NEXTAUTH_URL).hostname);
  return config.GREENROOM_DEMO_SIGN_IN && (isLoopback || config.GREENROOM_DEMO_SIGN_IN_ANYWHERE);
}
