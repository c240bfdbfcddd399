"use client";
import { type SetBudgetInput, THRESHOLD_EFFECTS, THRESHOLD_KINDS } from "@greenroom/costs/schema";
import { Button } from "@greenroom/ui";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import { ChoiceField, TextField } from "../../../modules/forms/fields";
import type { DialogForm } from "../../../modules/forms/use-dialog-form";
import type { BudgetForm } from "./budget-form";

const MAX_THRESHOLDS = 10;

type Form = DialogForm<BudgetForm, SetBudgetInput>;

/** The thresholds of a budget as they are typed: when, at how much, and what then. */
export function ThresholdFields({ form }: { form: Form }) {
  const t = useTranslations("budgets");
  const {
    fields: rows,
    append,
    remove,
  } = useFieldArray({ control: form.fields.control, name: "thresholds" });
  const problem = form.problemOf("thresholds.root");
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-medium">{t("thresholds")}</legend>
      {rows.map((row, index) => (
        <ThresholdRow key={row.id} form={form} index={index} onRemove={() => remove(index)} />
      ))}
      {problem ? <p className="text-bad text-sm">{problem}</p> : null}
      {rows.length < MAX_THRESHOLDS ? (
        <Button
          size="sm"
          className="justify-self-start"
          onClick={() => append({ kind: "CROSSING", value: "", effect: "NOTIFY" })}
        >
          <Plus aria-hidden />
          {t("addThreshold")}
        </Button>
      ) : null}
    </fieldset>
  );
}

function ThresholdRow({ form, index, onRemove }: { form: Form; index: number; onRemove: () => void }) {
  const t = useTranslations("budgets");
  const number = index + 1;
  const kind = form.fields.watch(`thresholds.${index}.kind`);
  return (
    <fieldset className="grid gap-2 rounded-md border bg-sunken p-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <legend className="sr-only">{t("thresholdNumber", { number })}</legend>
      <ChoiceField
        form={form}
        name={`thresholds.${index}.kind`}
        label={t("when")}
        options={THRESHOLD_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextField
        form={form}
        name={`thresholds.${index}.value`}
        label={t(`units.${kind}`)}
        isRequired
        inputMode="decimal"
        className="tabular-nums"
      />
      <ChoiceField
        form={form}
        name={`thresholds.${index}.effect`}
        label={t("consequence")}
        options={THRESHOLD_EFFECTS.map((value) => ({ value, label: t(`effects.${value}`) }))}
      />
      <Button
        size="sm"
        variant="ghost"
        className="self-end justify-self-end"
        aria-label={t("removeThreshold", { number })}
        onClick={onRemove}
      >
        <X aria-hidden />
        {t("removeOne")}
      </Button>
    </fieldset>
  );
}
