import type { Database } from "@greenroom/prisma";
import type { Enqueue } from "@greenroom/queue";

/** What commands need from outside. */
export interface RequestsDeps {
  db: Database;
  enqueue: Enqueue;
  now: () => Date;
}
