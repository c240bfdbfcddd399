import type { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { createAccountSessions } from "../account-access";
import type { AccountPlace, StackTarget } from "../contract";
import { createClients } from "./clients";
import type { CloudStacksOptions } from "./options";
import { createRateLimiter, UNLIMITED } from "./rate-limiter";

/** DescribeStacks and its kin: about 5 a second per account and region (aws/aws-sam-cli, issue 2671). */
const DESCRIBES_PER_SECOND = 5;

export interface Connection {
  /** The client of the target's account and region for a call that changes something; it is sent once. */
  client(target: StackTarget): CloudFormationClient;
  /** One for a Describe call, as soon as AWS's pace allows it. */
  describer(target: StackTarget): Promise<CloudFormationClient>;
  /** Obtains and proves the credentials of an account, if that is not done yet. */
  prove(place: AccountPlace): Promise<void>;
  close(): void;
}

export function createConnection(options: CloudStacksOptions): Connection {
  const { mode, endpoint, now } = options;
  const ownKeys = options.ownKeys ?? (mode === "aws" ? "chain" : "made-up");
  const sessions = createAccountSessions({ endpoint: mode === "aws" ? undefined : endpoint, ownKeys, now });
  const clients = createClients(options, sessions);
  const limiter =
    options.mode === "aws"
      ? createRateLimiter({ perSecond: DESCRIBES_PER_SECOND, burst: DESCRIBES_PER_SECOND })
      : UNLIMITED;
  return {
    client: (target) => clients.of(target, "write"),
    async describer(target) {
      await limiter.take(`${target.accountId}/${target.region}`);
      return clients.of(target, "read");
    },
    async prove(place) {
      await sessions.keysFor(place)();
    },
    close() {
      clients.close();
      sessions.close();
    },
  };
}
