"use client";
import type { BudgetView } from "@greenroom/costs/schema";
import type { TeamView } from "@greenroom/identity/schema";
import { Button, Dialog, Field, Input, Select, toast } from "@greenroom/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText, useMessage } from "../../../i18n/use-error-text";
import { useTRPC } from "../../../trpc/client";
import { type BudgetForm, readBudgetForm, startBudgetForm } from "./budget-form";
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
export function BudgetDialog({
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
  const errorText = useErrorText();
  const message = useMessage();
  const [form, setForm] = useState<BudgetForm>(() =>
    startBudgetForm(budget, subject?.teamId ?? teams[0]?.id ?? ""),
  );
  const [wasTried, setTried] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const { set, remove } = useBudgetActs(onClose);
  const environmentId = subject?.environmentId ?? null;
  const version = budget?.version ?? 0;
  const { input, problems = {} } = readBudgetForm(form, environmentId, version);
  const errorOf = (field: string) => {
    const problem = wasTried ? problems[field] : undefined;
    return problem && message(problem.key, { value: problem.value }, problem.key);
  };
  const save = () => {
    setTried(true);
    if (input) set.mutate(input);
  };
  const error = set.error ?? remove.error;
  const name = subject?.environmentName ?? subject?.teamName;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={name ? t("dialogOf", { name }) : t("set")}
      description={t("dialogHelp")}
      className="max-w-xl"
      footer={
        <>
          {budget ? (
            <Button
              variant="danger"
              className="mr-auto"
              isBusy={remove.isPending}
              onClick={() =>
                isRemoving
                  ? remove.mutate({ teamId: form.teamId, environmentId, version })
                  : setRemoving(true)
              }
            >
              <Trash2 aria-hidden />
              {t(isRemoving ? "removeForGood" : "remove")}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t("back")}</Button>
          <Button variant="primary" isBusy={set.isPending} onClick={save}>
            {t("save")}
          </Button>
        </>
      }
    >
      {subject ? null : (
        <Field label={t("team")} isRequired>
          {(control) => (
            <Select
              {...control}
              value={form.teamId}
              onValueChange={(teamId) => setForm({ ...form, teamId })}
              options={teams.map((team) => ({ value: team.id, label: team.name, hint: team.costCentre }))}
            />
          )}
        </Field>
      )}
      <Field label={t("amount")} help={t("amountHelp")} error={errorOf("monthlyUsd")} isRequired>
        {(control) => (
          <Input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            className="tabular-nums"
            value={form.monthlyUsd}
            onChange={(event) => setForm({ ...form, monthlyUsd: event.target.value })}
          />
        )}
      </Field>
      <ThresholdFields
        thresholds={form.thresholds}
        errorOf={errorOf}
        onChange={(thresholds) => setForm({ ...form, thresholds })}
      />
      {error ? (
        <p role="alert" className="text-bad">
          {errorText(error)}
        </p>
      ) : null}
    </Dialog>
  );
}
