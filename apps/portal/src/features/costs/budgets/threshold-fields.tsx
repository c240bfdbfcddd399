"use client";
import { THRESHOLD_EFFECTS, THRESHOLD_KINDS } from "@greenroom/costs/schema";
import { Button, Field, Input, Select } from "@greenroom/ui";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ThresholdForm } from "./budget-form";

const MAX_THRESHOLDS = 10;

/** The thresholds of a budget as they are typed: when, at how much, and what then. */
export function ThresholdFields({
  thresholds,
  errorOf,
  onChange,
}: {
  thresholds: readonly ThresholdForm[];
  errorOf: (field: string) => string | undefined;
  onChange: (thresholds: ThresholdForm[]) => void;
}) {
  const t = useTranslations("budgets");
  const nextKey = Math.max(-1, ...thresholds.map(({ key }) => key)) + 1;
  const error = errorOf("thresholds");
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-medium">{t("thresholds")}</legend>
      {thresholds.map((threshold, index) => (
        <ThresholdRow
          key={threshold.key}
          threshold={threshold}
          number={index + 1}
          error={errorOf(`thresholds.${index}.value`)}
          onChange={(patch) =>
            onChange(thresholds.map((one) => (one.key === threshold.key ? { ...one, ...patch } : one)))
          }
          onRemove={() => onChange(thresholds.filter(({ key }) => key !== threshold.key))}
        />
      ))}
      {error ? <p className="text-bad text-sm">{error}</p> : null}
      {thresholds.length < MAX_THRESHOLDS ? (
        <Button
          size="sm"
          className="justify-self-start"
          onClick={() =>
            onChange([...thresholds, { key: nextKey, kind: "CROSSING", value: "", effect: "NOTIFY" }])
          }
        >
          <Plus aria-hidden />
          {t("addThreshold")}
        </Button>
      ) : null}
    </fieldset>
  );
}

function ThresholdRow({
  threshold,
  number,
  error,
  onChange,
  onRemove,
}: {
  threshold: ThresholdForm;
  number: number;
  error: string | undefined;
  onChange: (patch: Partial<ThresholdForm>) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("budgets");
  return (
    <fieldset className="grid gap-2 rounded-md border bg-sunken p-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <legend className="sr-only">{t("thresholdNumber", { number })}</legend>
      <Field label={t("when")}>
        {(control) => (
          <Select
            {...control}
            value={threshold.kind}
            onValueChange={(kind) => onChange({ kind })}
            options={THRESHOLD_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t(`units.${threshold.kind}`)} error={error} isRequired>
        {(control) => (
          <Input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            className="tabular-nums"
            value={threshold.value}
            onChange={(event) => onChange({ value: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("consequence")}>
        {(control) => (
          <Select
            {...control}
            value={threshold.effect}
            onValueChange={(effect) => onChange({ effect })}
            options={THRESHOLD_EFFECTS.map((value) => ({ value, label: t(`effects.${value}`) }))}
          />
        )}
      </Field>
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
