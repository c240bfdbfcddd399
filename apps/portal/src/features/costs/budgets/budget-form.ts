import {
  type BudgetView,
  type SetBudgetInput,
  setBudgetInputSchema,
  type ThresholdEffect,
  type ThresholdKind,
} from "@greenroom/costs/schema";

/** A threshold as it is typed; `key` keeps its row apart from the others. */
export interface ThresholdForm {
  key: number;
  kind: ThresholdKind;
  value: string;
  effect: ThresholdEffect;
}

export interface BudgetForm {
  teamId: string;
  monthlyUsd: string;
  thresholds: ThresholdForm[];
}

/** A first budget tells early, and asks for a second look before it is passed. */
const FIRST_THRESHOLDS = [
  { kind: "CROSSING", value: "80", effect: "NOTIFY" },
  { kind: "CROSSING", value: "100", effect: "APPROVE" },
] as const;

export function startBudgetForm(budget: BudgetView | null, teamId: string): BudgetForm {
  const thresholds = budget?.thresholds ?? FIRST_THRESHOLDS;
  return {
    teamId,
    monthlyUsd: budget?.monthlyUsd ?? "",
    thresholds: thresholds.map(({ kind, value, effect }, key) => ({ key, kind, value, effect })),
  };
}

/** "$1,500.50" is 1500.50 to whoever types it. */
const plain = (amount: string) => amount.replace(/[$,\s%]/g, "");

/** What is sent, or what is wrong by field: the key of a message, and the value it is about. */
export function readBudgetForm(
  form: BudgetForm,
  environmentId: string | null,
  version: number,
):
  | { input: SetBudgetInput; problems?: never }
  | { problems: Record<string, { key: string; value: string }>; input?: never } {
  const typed = {
    teamId: form.teamId,
    environmentId,
    version,
    monthlyUsd: plain(form.monthlyUsd),
    thresholds: form.thresholds.map(({ kind, value, effect }) => ({ kind, value: plain(value), effect })),
  };
  const read = setBudgetInputSchema.safeParse(typed);
  if (read.success) return { input: read.data };
  const valueAt = (path: string) =>
    path === "monthlyUsd" ? form.monthlyUsd : (form.thresholds[Number(path.split(".")[1])]?.value ?? "");
  return {
    problems: Object.fromEntries(
      read.error.issues.map(({ path, message }) => [
        path.join("."),
        { key: message, value: valueAt(path.join(".")) },
      ]),
    ),
  };
}
