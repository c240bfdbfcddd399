import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { AppError } from "@greenroom/errors";
import type { CloudStacksOptions } from "./options";

/** A slow connection is treated like none: the run waits and tries again, and its lease must not run out meanwhile. */
const CONNECTION_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 15_000;

/** One client per account and region, made on first use: a client keeps its connections. */
export function createClients({ mode, endpoint, credentials }: CloudStacksOptions) {
  if (mode !== "aws" && !endpoint) {
    throw new AppError({
      code: "INTERNAL",
      userMessage: `AWS_MODE is "${mode}" but no endpoint is set. Set AWS_ENDPOINT_URL, or use AWS_MODE=aws.`,
    });
  }
  const clients = new Map<string, CloudFormationClient>();
  return {
    of(accountId: string, region: string): CloudFormationClient {
      const key = `${accountId}/${region}`;
      const known = clients.get(key);
      if (known) return known;
      const client = new CloudFormationClient({
        region,
        endpoint: mode === "aws" ? undefined : endpoint,
        // The sandbox reads the account from the key; it checks no signature.
        credentials:
          credentials?.(accountId) ??
          (mode === "aws"
            ? undefined
            : { accessKeyId: `ASIA${accountId}SBOX`, secretAccessKey: "simulated" }),
        retryMode: "standard",
        maxAttempts: 3,
        requestHandler: { connectionTimeout: CONNECTION_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
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
