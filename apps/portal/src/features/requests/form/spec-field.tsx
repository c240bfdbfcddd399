"use client";
import {
  type BlueprintModel,
  blueprintText,
  type FormField,
  readPath,
} from "@greenroom/infra-templates/catalog";
import { Badge, Button, type ControlProps, Field, Input, Select, Switch } from "@greenroom/ui";
import { Undo2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useSpecValueText } from "../../../modules/environments/spec-list";
import { isChanged, resetField, type SpecForm, setField, specOf } from "./form-state";
import { ListInput } from "./list-input";
import { NumberInput } from "./number-input";

export interface SpecFieldProps {
  model: BlueprintModel;
  form: SpecForm;
  onChange: (form: SpecForm) => void;
  /** The message of a field ("spec.network.cidr"), when there is one to show. */
  errorOf: (field: string) => string | undefined;
  onLeave: (field: string) => void;
  /** What the values started from: the preset's name, or the environment as it is. */
  baseLabel: string;
  /** The environment exists: what cannot change without a replacement says so. */
  isLiving?: boolean;
}

/** One setting, with where its value comes from. */
export function SpecField({
  field,
  model,
  form,
  onChange,
  errorOf,
  onLeave,
  baseLabel,
  isLiving,
}: SpecFieldProps & { field: FormField }) {
  const t = useTranslations("form");
  const locale = useLocale();
  const label = blueprintText(field.label, locale);
  const unit = field.unit ? ` (${blueprintText(field.unit, locale)})` : "";
  const help = [
    field.help ? blueprintText(field.help, locale) : "",
    isLiving && field.isFixedAfterCreate ? t("fixedAfterCreate") : "",
  ]
    .filter(Boolean)
    .join(" ");
  const name = `spec.${field.path}`;
  return (
    <Field
      name={name}
      onLeave={() => onLeave(name)}
      label={label + unit}
      help={help || undefined}
      error={errorOf(name)}
      aside={<Origin {...{ field, model, form, onChange, baseLabel, label }} />}
    >
      {(control) => (
        <SpecControl
          field={field}
          control={control}
          value={readPath(specOf(form), field.path)}
          onValueChange={(value) => onChange(setField(model, form, field.path, value))}
        />
      )}
    </Field>
  );
}

/** Where the value comes from; a changed one can be put back. */
function Origin({
  field,
  model,
  form,
  onChange,
  baseLabel,
  label,
}: Pick<SpecFieldProps, "model" | "form" | "onChange" | "baseLabel"> & { field: FormField; label: string }) {
  const t = useTranslations("form");
  const valueText = useSpecValueText();
  if (!isChanged(form, field.path))
    return <span className="text-ink-muted text-xs">{t("from", { base: baseLabel })}</span>;
  const base = valueText(field, readPath(form.base, field.path));
  return (
    <span className="flex items-center gap-1">
      <Badge tone="progress">{t("changed")}</Badge>
      <Button
        variant="ghost"
        size="sm"
        className="h-5 px-1"
        aria-label={t("reset", { field: label, value: base })}
        title={t("reset", { field: label, value: base })}
        onClick={() => onChange(resetField(model, form, field.path))}
      >
        <Undo2 aria-hidden />
      </Button>
    </span>
  );
}

function SpecControl({
  field,
  control,
  value,
  onValueChange,
}: {
  field: FormField;
  control: ControlProps;
  value: unknown;
  onValueChange: (value: unknown) => void;
}) {
  const locale = useLocale();
  switch (field.kind) {
    case "switch":
      return <Switch {...control} checked={value === true} onCheckedChange={onValueChange} />;
    case "choice":
      return (
        <Select
          {...control}
          value={(value as string | number | undefined) ?? null}
          onValueChange={onValueChange}
          options={(field.choices ?? []).map((choice) => ({
            value: choice.value,
            label: blueprintText(choice.label, locale),
          }))}
        />
      );
    case "number":
      return <NumberInput {...control} value={value} onValueChange={onValueChange} />;
    case "list":
      return <ListInput {...control} value={value} onValueChange={onValueChange} />;
    case "date":
      return (
        <Input
          {...control}
          type="date"
          value={String(value ?? "")}
          onChange={(event) => onValueChange(event.target.value)}
        />
      );
    case "text":
      return (
        <Input
          {...control}
          autoComplete="off"
          spellCheck={false}
          value={String(value ?? "")}
          onChange={(event) => onValueChange(event.target.value)}
        />
      );
  }
}
