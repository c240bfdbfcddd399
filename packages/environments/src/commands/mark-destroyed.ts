import type { ActingActor } from "@greenroom/identity/schema";
import type { Message } from "@greenroom/messages";
import type { Transaction } from "@greenroom/prisma";
import { recordEnvironmentTransition } from "../record-transition";

/**
 * Nothing of it is left in the cloud, or nothing was ever built. The row stays; name and networks are free
 * again.
 * @throws CONFLICT when it was neither being destroyed nor being built for the first time
 */
export async function markDestroyed(
  tx: Transaction,
  environmentId: string,
  by: { actor: ActingActor | null; cause: string | Message; now: Date },
): Promise<void> {
  await tx.environmentStack.deleteMany({ where: { environmentId } });
  await recordEnvironmentTransition(tx, environmentId, {
    from: ["DESTROYING", "PROVISIONING"],
    to: "DESTROYED",
    ...by,
    changes: { destroyedAt: by.now, expiresAt: null },
  });
}
