import type { ActingActor } from "@greenroom/identity/schema";
import type { Message } from "@greenroom/messages";
import type { Transaction } from "@greenroom/prisma";
import { recordEnvironmentTransition } from "../record-transition";

/**
 * A run ended without doing what it was for: FAILED until somebody retries, changes or destroys it.
 * @throws CONFLICT when no run was at work on it
 */
export async function markFailed(
  tx: Transaction,
  environmentId: string,
  by: { actor: ActingActor | null; cause: string | Message; now: Date },
): Promise<void> {
  await recordEnvironmentTransition(tx, environmentId, {
    from: ["PROVISIONING", "UPDATING", "DESTROYING"],
    to: "FAILED",
    ...by,
  });
}
