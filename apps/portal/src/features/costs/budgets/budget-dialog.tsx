"use client";
import type { BudgetView } from "@greenroom/costs/schema";
import type { TeamView } from "@greenroom/identity/schema";
import { Button, toast } from "@greenroom/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChoiceField, TextField } from "../../../modules/forms/fields";
import { FormDialog } from "../../../modules/forms/form-dialog";
import { useDialogForm } from "../../../modules/forms/use-dialog-form";
import { useTRPC } from "../../../trpc/client";
import { budgetFormSchema, startBudgetForm } from "./budget-form";
import { ThresholdFields } from "./threshold-fields";

/** Whom a budget is of, with names. */
export type BudgetSubject = Pick<BudgetView, "teamId" | "teamName" | "environmentId" | "environmentName">;

function useBudgetActs(onDone: () => void) {
  const t = useTranslations("budgets");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const done = (text: "saved" | "removed") => async () => {
    toast.success(t(text));
    onDone();
    await queryClient.invalidateQueries({ queryKey: trpc.costs.pathKey() });
  };
  const set = useMutation(trpc.costs.setBudget.mutationOptions({ onSuccess: done("saved") }));
  const remove = useMutation(trpc.costs.removeBudget.mutationOptions({ onSuccess: done("removed") }));
  return { set, remove };
}

/** Sets the first budget of a team or environment, changes one, or removes it. */
export default function BudgetDialog({
  budget,
  subject,
  teams,
  onClose,
}: {
  /** Null: there is none yet. */
  budget: BudgetView | null;
  /** Null: of one of the teams, still to be chosen. */
  subject: BudgetSubject | null;
  teams: readonly TeamView[];
  onClose: () => void;
}) {
  const t = useTranslations("budgets");
  const [isRemoving, setRemoving] = useState(false);
  const { set, remove } = useBudgetActs(onClose);
  const environmentId = subject?.environmentId ?? null;
  const version = budget?.version ?? 0;
  const form = useDialogForm({
    schema: budgetFormSchema(environmentId, version),
    start: startBudgetForm(budget, subject?.teamId ?? teams[0]?.id ?? ""),
    error: set.error ?? remove.error,
  });
  const name = subject?.environmentName ?? subject?.teamName;
  return (
    <FormDialog
      form={form}
      title={name ? t("dialogOf", { name }) : t("set")}
      description={t("dialogHelp")}
      className="max-w-xl"
      submit={{ label: t("save"), isBusy: set.isPending }}
      onSubmit={(input) => set.mutate(input)}
      onClose={onClose}
      aside={
        budget ? (
          <Button
            variant="danger"
            className="mr-auto"
            isBusy={remove.isPending}
            onClick={() =>
              isRemoving
                ? remove.mutate({ teamId: budget.teamId, environmentId, version })
                : setRemoving(true)
            }
          >
            <Trash2 aria-hidden />
            {t(isRemoving ? "removeForGood" : "remove")}
          </Button>
        ) : null
      }
    >
      {subject ? null : (
        <ChoiceField
          form={form}
          name="teamId"
          label={t("team")}
          isRequired
          options={teams.map((team) => ({ value: team.id, label: team.name, hint: team.costCentre }))}
        />
      )}
      <TextField
        form={form}
        name="monthlyUsd"
        label={t("amount")}
        help={t("amountHelp")}
        isRequired
        inputMode="decimal"
        className="tabular-nums"
      />
      <ThresholdFields form={form} />
    </FormDialog>
  );
}
