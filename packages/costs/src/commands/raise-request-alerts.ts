import type { Transaction } from "@greenroom/prisma";
import type { BudgetImpact } from "../schema";
import { requestTrigger } from "../triggers";

/** Tells of each threshold that an approved request passes, once. */
export async function raiseRequestAlerts(
  tx: Transaction,
  impacts: readonly BudgetImpact[],
  { requestId, requestName, now }: { requestId: string; requestName: string; now: Date },
): Promise<void> {
  await tx.budgetAlert.createMany({
    data: impacts.flatMap(({ budgetId, afterUsd, passed }) =>
      passed.map(({ kind, value, effect, limitUsd }) => ({
        budgetId,
        kind,
        value,
        effect,
        limitUsd,
        requestName,
        ...{
          trigger: requestTrigger(requestId),
          figure: "EXPECTED" as const,
          usd: afterUsd,
          raisedAt: now,
        },
      })),
    ),
    skipDuplicates: true,
  });
}
