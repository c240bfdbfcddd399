"use client";
import { isMessageKey, type MessageValues } from "@greenroom/messages";
import { zodResolver } from "@hookform/resolvers/zod";
import { type DefaultValues, type FieldValues, get, type UseFormReturn, useForm } from "react-hook-form";
import type { z } from "zod";
import { errorDataOf, useErrorText, useSay } from "../../i18n/use-error-text";

export interface DialogForm<Form extends FieldValues, Input> {
  fields: UseFormReturn<Form, unknown, Input>;
  /** What is wrong with a field, by the schema or by the server. */
  problemOf: (name: string) => string | undefined;
  /** What is wrong with none of the fields. */
  problem: string | undefined;
}

interface Settings<Form extends FieldValues, Input> {
  /** From what is typed to what is sent: the form's own tidying, then the schema of the concept. */
  schema: z.ZodType<Input, Form>;
  start: DefaultValues<Form>;
  /** What the server answered when it was sent. */
  error: unknown;
  /** What messages about a field are filled with; without it the value as it was typed. */
  valuesOf?: (form: Form, name: string, index: number) => MessageValues;
}

/** The set-up of a form in a dialog: problems show once sending was tried, and go as they are corrected. */
export function useDialogForm<Form extends FieldValues, Input>(
  settings: Settings<Form, Input>,
): DialogForm<Form, Input> {
  const { schema, start, error, valuesOf } = settings;
  const say = useSay();
  const errorText = useErrorText();
  const fields = useForm<Form, unknown, Input>({ resolver: zodResolver(schema), defaultValues: start });
  const { errors } = fields.formState;
  const refusedField = error ? errorDataOf(error).field : null;
  const isOfField = typeof refusedField === "string" && refusedField in start;
  return {
    fields,
    problemOf: (name) => {
      const found = firstProblem(get(errors, name));
      if (!found) return refusedField === name ? errorText(error) : undefined;
      const form = fields.getValues();
      const values = valuesOf?.(form, name, found.index) ?? { value: String(get(form, name) ?? "") };
      return say({ key: isMessageKey(found.key) ? found.key : "fieldInvalid", values });
    },
    problem: error && !isOfField ? errorText(error) : undefined,
  };
}

/** The key of what is wrong with a field; a list that is typed as one text has it at one of its parts. */
function firstProblem(problem: unknown): { key: string; index: number } | undefined {
  if (Array.isArray(problem)) {
    const index = problem.findIndex((part) => part?.message);
    return index < 0 ? undefined : { key: String(problem[index].message), index };
  }
  const key = get(problem, "message");
  return typeof key === "string" ? { key, index: 0 } : undefined;
}
