import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { AppError } from "@greenroom/errors";
import type { AccountSessions } from "../account-access";
import type { AccountPlace } from "../contract";
import type { CloudStacksOptions } from "./options";

/**
 * A slow connection is treated like none: the run waits and tries again, and its page says so within about 9
 * s.
 */
const CONNECTION_TIMEOUT_MS = 3_000;

/**
 * A read may be repeated at once. A write may have been done although its answer is lost: the run looks
 * before it sends another.
 */
const PATIENCE = {
  read: { maxAttempts: 2, requestTimeout: 4_000 },
  write: { maxAttempts: 1, requestTimeout: 8_000 },
};

/**
 * One client per account, way in, region and kind of call, made on first use: a client keeps its connections.
 */
export function createClients({ mode, endpoint }: CloudStacksOptions, sessions: AccountSessions) {
  if (mode !== "aws" && !endpoint) {
    throw new AppError("cloud.noEndpoint", { mode });
  }
  const clients = new Map<string, CloudFormationClient>();
  return {
    of(place: AccountPlace, kind: keyof typeof PATIENCE): CloudFormationClient {
      const { accountId, region, access } = place;
      const key = JSON.stringify([accountId, access.roleArn, access.externalId, region, kind]);
      const known = clients.get(key);
      if (known) return known;
      const { maxAttempts, requestTimeout } = PATIENCE[kind];
      const client = new CloudFormationClient({
        region,
        endpoint: mode === "aws" ? undefined : endpoint,
        // The only keys that anything is signed with, and each of them is proved to be of this account first.
        credentials: sessions.keysFor(place),
        retryMode: "standard",
        maxAttempts,
        requestHandler: {
          connectionTimeout: CONNECTION_TIMEOUT_MS,
          requestTimeout,
          // Without it the SDK only logs a warning and goes on waiting.
          throwOnRequestTimeout: true,
        },
      });
      clients.set(key, client);
      return client;
    },
    close() {
      for (const client of clients.values()) client.destroy();
      clients.clear();
    },
  };
}
