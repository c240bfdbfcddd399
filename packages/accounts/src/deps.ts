import type { Logger } from "@greenroom/logger";
import type { Database } from "@greenroom/prisma";
import type { Enqueue } from "@greenroom/queue";
import type { AccountCall } from "./schema";

/** What tests the way into an account. It throws nothing. */
interface AccountTester {
  test(account: {
    accountId: string;
    roleArn: string | null;
    externalId: string;
    regions: string[];
  }): Promise<{ workerArn: string | null; calls: AccountCall[] }>;
}

/** What testing accounts needs from outside; the worker builds it once. */
export interface AccountsDeps {
  db: Database;
  enqueue: Enqueue;
  log: Logger;
  now: () => Date;
  accountTester: AccountTester;
}
