import type { ActingActor } from "@greenroom/identity/schema";
import type { Message } from "@greenroom/messages";
import type { Transaction } from "@greenroom/prisma";
import { recordEnvironmentTransition } from "../record-transition";

/**
 * A change or an end was called off before anything of it was carried out, or drift was undone: READY as
 * before.
 * @param by `cidrs`: the networks it had, without those that were asked for; absent leaves them
 * @throws CONFLICT when it was neither being changed nor being destroyed
 */
export async function markUntouched(
  tx: Transaction,
  environmentId: string,
  { cidrs, ...by }: { cidrs?: string[]; actor: ActingActor | null; cause: string | Message; now: Date },
): Promise<void> {
  await recordEnvironmentTransition(tx, environmentId, {
    from: ["UPDATING", "DESTROYING"],
    to: "READY",
    ...by,
    changes: { cidrs },
  });
}
