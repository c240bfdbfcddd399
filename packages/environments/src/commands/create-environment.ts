import { appendAudit } from "@greenroom/audit";
import type { ActingActor } from "@greenroom/identity/schema";
import type { Message } from "@greenroom/messages";
import type { Prisma, Transaction } from "@greenroom/prisma";
import type { Stage } from "../schema";

export interface NewEnvironment {
  name: string;
  teamId: string;
  ownerId: string;
  cloudAccountId: string;
  region: string;
  stage: Stage;
  blueprint: string;
  blueprintVersion: string;
  spec: Record<string, unknown>;
  cidrs: readonly string[];
  /** What was approved, in dollars a month as decimal text; null when no price was known. */
  approvedMonthlyUsd?: string | null;
  /** Whether what was approved has parts without a known price. */
  isCostAtLeast?: boolean;
}

/**
 * The row of an environment that is about to be built (PROVISIONING, version 1). Call it last in a
 * transaction, as `appendAudit` asks, or right before another audit row.
 * @returns its id, or null when an existing environment already has the name
 */
export async function createEnvironment(
  tx: Transaction,
  environment: NewEnvironment,
  by: { actor: ActingActor | null; cause: string | Message; now: Date },
): Promise<string | null> {
  const [created] = await tx.environment.createManyAndReturn({
    data: [
      {
        ...environment,
        spec: environment.spec as Prisma.InputJsonObject,
        cidrs: [...environment.cidrs],
        status: "PROVISIONING",
        createdAt: by.now,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) return null;
  await appendAudit(tx, {
    actor: by.actor,
    action: "environment.created",
    subject: { id: created.id, name: environment.name },
    teamId: environment.teamId,
    reason: by.cause,
    details: { region: environment.region, stage: environment.stage, blueprint: environment.blueprint },
    now: by.now,
  });
  return created.id;
}
