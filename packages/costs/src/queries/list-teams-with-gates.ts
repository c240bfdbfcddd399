import type { Database } from "@greenroom/prisma";
import type { ThresholdEffect } from "../schema";

/** The teams that have a budget, of theirs or of an environment, with a threshold of one of these effects. */
export async function listTeamsWithGates(
  db: Database,
  effects: readonly ThresholdEffect[],
): Promise<string[]> {
  const budgets = await db.budget.findMany({
    where: { thresholds: { some: { effect: { in: [...effects] } } } },
    select: { teamId: true },
    distinct: ["teamId"],
  });
  return budgets.map(({ teamId }) => teamId);
}
