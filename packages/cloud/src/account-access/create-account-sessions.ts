import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { partitionOf } from "@greenroom/template";
import { mapError } from "../cloudformation/map-error";
import { readReply } from "../cloudformation/replies";
import type { AccountPlace } from "../contract";
import { readArn } from "./aws-partition";
import { accessDenied, wrongAccount } from "./refusals";
import { assumedReply, identityReply } from "./replies";

/**
 * An hour: the longest that a role may be assumed for by somebody who has assumed one already (AssumeRole,
 * API reference).
 */
const SESSION_SECONDS = 3_600;
/** The SDK asks again five minutes before the end; a new session is ready by then. */
const RENEW_BEFORE_MS = 10 * 60_000;
const SESSION_NAME = "greenroom-worker";
const PATIENCE = {
  retryMode: "standard",
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 4_000, throwOnRequestTimeout: true },
} as const;
/** Of no account that anybody has: the sandbox reads the account from the key. */
const MADE_UP = { accessKeyId: "AKIA000000000000SBOX", secretAccessKey: "simulated" };

interface AwsKeys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  expiration?: Date;
}
export type KeysProvider = () => Promise<AwsKeys>;

export interface AccountSessionsOptions {
  /** Of another STS than AWS's. */
  endpoint?: string;
  /**
   * The worker's own keys: the SDK's chain (environment, profile, instance role), or made-up ones for a
   * simulated AWS.
   */
  ownKeys: "chain" | "made-up" | KeysProvider;
  /** Milliseconds since 1970. */
  now?: () => number;
}

export interface AccountSessions {
  /**
   * Credentials that were proved to be of this account: each time new ones are obtained, AWS is asked whose
   * they are before anything is signed with them. Kept per account, partition and way in, and renewed before
   * they end.
   * @throws CLOUD_REFUSED with both numbers when they are of another account, or with AWS's words when it
   * lets nobody in; CLOUD_UNAVAILABLE when a later try may do
   */
  keysFor(place: AccountPlace): KeysProvider;
  /** Who the worker itself is, as an ARN. */
  ownArn(region: string): Promise<string>;
  close(): void;
}

interface Session {
  keys: AwsKeys | null;
  pending: Promise<AwsKeys> | null;
}

/** The ways into the accounts that environments are built in. */
export function createAccountSessions(options: AccountSessionsOptions): AccountSessions {
  const { endpoint, ownKeys, now = Date.now } = options;
  const sessions = new Map<string, Session>();
  const clients = new Map<string, STSClient>();

  /** STS of the region itself: its sessions are good in all regions, opt-in ones too. */
  function ownClient(region: string): STSClient {
    const known = clients.get(region);
    if (known) return known;
    const credentials = ownKeys === "chain" ? undefined : ownKeys === "made-up" ? MADE_UP : ownKeys;
    const client = new STSClient({ region, endpoint, credentials, ...PATIENCE });
    clients.set(region, client);
    return client;
  }

  async function assume({ accountId, region, access }: AccountPlace, roleArn: string): Promise<AwsKeys> {
    const command = new AssumeRoleCommand({
      RoleArn: roleArn,
      RoleSessionName: SESSION_NAME,
      ExternalId: access.externalId,
      DurationSeconds: SESSION_SECONDS,
    });
    try {
      const { Credentials } = readReply(assumedReply, await ownClient(region).send(command), "AssumeRole");
      return {
        accessKeyId: Credentials.AccessKeyId,
        secretAccessKey: Credentials.SecretAccessKey,
        sessionToken: Credentials.SessionToken,
        expiration: Credentials.Expiration,
      };
    } catch (error) {
      throw accessDenied(error, accountId, access);
    }
  }

  async function ownKeysIn(region: string): Promise<AwsKeys> {
    try {
      return await ownClient(region).config.credentials();
    } catch (error) {
      throw mapError(error, "GetCallerIdentity");
    }
  }

  async function identify(keys: AwsKeys, region: string): Promise<string> {
    const client = new STSClient({ region, endpoint, credentials: keys, ...PATIENCE });
    try {
      const reply = await client.send(new GetCallerIdentityCommand({}));
      return readReply(identityReply, reply, "GetCallerIdentity").Arn;
    } catch (error) {
      throw mapError(error, "GetCallerIdentity");
    } finally {
      client.destroy();
    }
  }

  async function obtain(place: AccountPlace): Promise<AwsKeys> {
    const { accountId, region, access } = place;
    const keys = access.roleArn === null ? await ownKeysIn(region) : await assume(place, access.roleArn);
    const arn = await identify(keys, region);
    const identity = readArn(arn);
    if (identity?.accountId !== accountId) throw wrongAccount(accountId, identity?.accountId ?? arn, arn);
    const partition = partitionOf(region);
    if (identity.partition !== partition)
      throw wrongAccount(`${accountId} (${partition})`, `${accountId} (${identity.partition})`, arn);
    return keys;
  }

  const isFresh = ({ expiration }: AwsKeys, marginMs: number) =>
    expiration === undefined || expiration.getTime() - now() > marginMs;

  return {
    keysFor(place) {
      const { accountId, region, access } = place;
      const key = JSON.stringify([accountId, partitionOf(region), access.roleArn, access.externalId]);
      const session = sessions.get(key) ?? { keys: null, pending: null };
      sessions.set(key, session);
      return async () => {
        if (session.keys && isFresh(session.keys, RENEW_BEFORE_MS)) return session.keys;
        session.pending ??= obtain(place).finally(() => {
          session.pending = null;
        });
        try {
          session.keys = await session.pending;
        } catch (error) {
          // An STS that is away for a moment matters only when the session has really ended.
          if (!session.keys || !isFresh(session.keys, 0)) throw error;
        }
        return session.keys;
      };
    },
    ownArn: async (region) => identify(await ownKeysIn(region), region),
    close() {
      for (const client of clients.values()) client.destroy();
      clients.clear();
      sessions.clear();
    },
  };
}
