import {
  type BudgetView,
  setBudgetInputSchema,
  type ThresholdEffect,
  type ThresholdKind,
} from "@greenroom/costs/schema";
import { z } from "zod";

/** A budget as it is typed. */
export interface BudgetForm {
  teamId: string;
  monthlyUsd: string;
  thresholds: { kind: ThresholdKind; value: string; effect: ThresholdEffect }[];
}

/** A first budget warns early, and asks for a second look before it is passed. */
const FIRST_THRESHOLDS: BudgetForm["thresholds"] = [
  { kind: "CROSSING", value: "80", effect: "NOTIFY" },
  { kind: "CROSSING", value: "100", effect: "APPROVE" },
];

export function startBudgetForm(budget: BudgetView | null, teamId: string): BudgetForm {
  const thresholds = budget?.thresholds ?? FIRST_THRESHOLDS;
  return {
    teamId,
    monthlyUsd: budget?.monthlyUsd ?? "",
    thresholds: thresholds.map(({ kind, value, effect }) => ({ kind, value, effect })),
  };
}

/** "$1,500.50" is 1500.50 to whoever types it. */
const plain = (amount: string) => amount.replace(/[$,\s%]/g, "");

/** From what is typed to what is sent, for a budget of a team or of one of its environments. */
export const budgetFormSchema = (environmentId: string | null, version: number) =>
  z
    .custom<BudgetForm>()
    .transform(({ teamId, monthlyUsd, thresholds }) => ({
      teamId,
      environmentId,
      version,
      monthlyUsd: plain(monthlyUsd),
      thresholds: thresholds.map((threshold) => ({ ...threshold, value: plain(threshold.value) })),
    }))
    .pipe(setBudgetInputSchema);
