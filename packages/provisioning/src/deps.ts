import type { CloudStacks, PolicyChecker, Synthesizer } from "@greenroom/cloud";
import type { Logger } from "@greenroom/logger";
import type { Database, Transaction } from "@greenroom/prisma";
import type { Enqueue } from "@greenroom/queue";
import type { Failure } from "./schema";

/** What advancing a run needs from outside; the worker builds it once. */
export interface ProvisioningDeps {
  db: Database;
  enqueue: Enqueue;
  synthesizer: Synthesizer;
  policyChecker: PolicyChecker;
  stacks: CloudStacks;
  log: Logger;
  now: () => Date;
  /** In [0, 1), for the jitter. */
  random: () => number;
  /**
   * Pause before the first poll of something that moves; CloudFormation allows few calls a second, a
   * simulated one many.
   */
  firstPollMs: number;
  /** Multiplies the pauses between polls. */
  pollFactor: number;
  /** Names this process in leases. */
  workerId: string;
  /** Whether the other workers see that this one is there (`keepPresence`); always, when absent. */
  isPresent?: () => boolean;
  /**
   * The concept above is told, in the transaction that ends a PLAN run, what became of the request's plan.
   */
  onPlanned: (tx: Transaction, plan: { requestId: string; runId: string; digest: string }) => Promise<void>;
  onPlanFailed: (
    tx: Transaction,
    plan: { requestId: string; runId: string; failure: Failure },
  ) => Promise<void>;
}
