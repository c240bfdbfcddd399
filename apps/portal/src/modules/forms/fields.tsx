"use client";
import { Field, type FieldProps, Input, Select, type SelectOption, Textarea } from "@greenroom/ui";
import type { ComponentProps } from "react";
import { type FieldPath, type FieldValues, useController } from "react-hook-form";
import type { DialogForm } from "./use-dialog-form";

interface Named<Form extends FieldValues, Sent> extends Pick<FieldProps, "label" | "help" | "isRequired"> {
  form: DialogForm<Form, Sent>;
  name: FieldPath<Form>;
}

/** A line of text. */
export function TextField<Form extends FieldValues, Sent>({
  form,
  name,
  label,
  help,
  isRequired,
  ...input
}: Named<Form, Sent> & Pick<ComponentProps<"input">, "inputMode" | "readOnly" | "className" | "spellCheck">) {
  return (
    <Field label={label} help={help} isRequired={isRequired} error={form.problemOf(name)}>
      {(control) => <Input {...control} autoComplete="off" {...input} {...form.fields.register(name)} />}
    </Field>
  );
}

/** A few sentences. */
export function TextareaField<Form extends FieldValues, Sent>({
  form,
  name,
  label,
  help,
  isRequired,
  maxLength,
}: Named<Form, Sent> & { maxLength: number }) {
  return (
    <Field label={label} help={help} isRequired={isRequired} error={form.problemOf(name)}>
      {(control) => <Textarea {...control} maxLength={maxLength} {...form.fields.register(name)} />}
    </Field>
  );
}

/** One choice out of a list. */
export function ChoiceField<Form extends FieldValues, Sent>({
  form,
  name,
  label,
  help,
  isRequired,
  options,
}: Named<Form, Sent> & { options: readonly SelectOption<string>[] }) {
  const { field } = useController({ control: form.fields.control, name });
  return (
    <Field label={label} help={help} isRequired={isRequired} error={form.problemOf(name)}>
      {(control) => (
        <Select {...control} value={field.value} onValueChange={field.onChange} options={options} />
      )}
    </Field>
  );
}
