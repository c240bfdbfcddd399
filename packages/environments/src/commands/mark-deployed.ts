import type { Message } from "@greenroom/messages";
import type { Prisma, Transaction } from "@greenroom/prisma";
import { endOfLifetime } from "../lifecycle";
import { recordEnvironmentTransition } from "../record-transition";

export interface Deployment {
  /** Days from now until it expires; null keeps it until somebody destroys it. */
  lifetimeDays: number | null;
  /** Expected price as a decimal string in US dollars a month; null when the plan had none. */
  monthlyCostUsd: string | null;
  /** Whether the price leaves something out. */
  isCostAtLeast: boolean;
  /** What was built: until now the environment's row told of what ran before. */
  blueprintVersion: string;
  spec: Prisma.InputJsonObject;
  cidrs: string[];
  cause: string | Message;
  now: Date;
}

/**
 * A run built everything that was approved: READY, its spec and networks, its price and its end. The stacks'
 * own rows (`recordStack`) are written as each of them is finished.
 * @throws CONFLICT when the environment was neither being built nor being changed
 */
export async function markDeployed(
  tx: Transaction,
  environmentId: string,
  deployment: Deployment,
): Promise<void> {
  const { lifetimeDays, cause, now, ...built } = deployment;
  await recordEnvironmentTransition(tx, environmentId, {
    from: ["PROVISIONING", "UPDATING"],
    to: "READY",
    cause,
    actor: null,
    now,
    changes: {
      ...built,
      readyAt: now,
      expiresAt: lifetimeDays === null ? null : endOfLifetime(now, lifetimeDays),
    },
  });
}
