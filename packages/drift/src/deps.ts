import type { CloudStacks } from "@greenroom/cloud";
import type { DriftDetector } from "@greenroom/cloud/drift-contract";
import type { Database } from "@greenroom/prisma";
import type { Enqueue } from "@greenroom/queue";

/** What checking needs from outside; the worker builds it once. */
export interface DriftDeps {
  db: Database;
  enqueue: Enqueue;
  now: () => Date;
  stacks: Pick<CloudStacks, "findStack"> & DriftDetector;
  /** Scales how long a detection is waited for between polls; 1 for AWS. */
  pollFactor: number;
}
