import { lockingRows, type Transaction } from "@greenroom/prisma";

/**
 * Makes approvals that touch the same budget take turns until the ends of their transactions: each sees what
 * those before it let in. Call it before `findBudgetImpacts`.
 */
export async function lockBudgets(
  tx: Transaction,
  { teamId, environmentId }: { teamId: string; environmentId: string | null },
): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Budget" WHERE "teamId" = ${teamId}
      AND ("environmentId" IS NULL OR "environmentId" = ${environmentId}::text)
    ORDER BY "id" ${lockingRows(tx, "budgetOfApproval", teamId)}`;
}
