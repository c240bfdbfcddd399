import type { Logger } from "@greenroom/logger";
import type { Database } from "@greenroom/prisma";
import type { Enqueue } from "@greenroom/queue";
import type { CostExplorer } from "./cost-explorer";

/** What counting costs needs from outside; the worker builds it once. */
export interface CostsDeps {
  db: Database;
  enqueue: Enqueue;
  log: Logger;
  now: () => Date;
  /** Null where there is no bill to ask for: costs are then metered only. */
  costExplorer: CostExplorer | null;
}
