import type { CloudStacks } from "@greenroom/cloud";
import type { AlarmReader } from "@greenroom/cloud/alarm-contract";
import type { Database } from "@greenroom/prisma";
import type { Enqueue } from "@greenroom/queue";

/** What looking needs from outside; the worker builds it once. */
export interface HealthDeps {
  db: Database;
  enqueue: Enqueue;
  now: () => Date;
  stacks: Pick<CloudStacks, "findStack">;
  alarms: AlarmReader;
}
