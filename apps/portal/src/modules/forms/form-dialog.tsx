"use client";
import { Button, type ButtonProps, Dialog } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { FieldValues } from "react-hook-form";
import type { DialogForm } from "./use-dialog-form";

/** A dialog around a form: the fields, what went wrong, a way back, and the button that sends. */
export function FormDialog<Form extends FieldValues, Input>({
  form,
  title,
  description,
  submit,
  onSubmit,
  onClose,
  aside,
  className,
  children,
}: {
  form: DialogForm<Form, Input>;
  title: string;
  description: string;
  submit: Pick<ButtonProps, "variant" | "isBusy" | "disabled"> & { label: string };
  onSubmit: (input: Input) => void;
  onClose: () => void;
  /** What else can be done, at the other end of the footer. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const t = useTranslations("states");
  const id = useId();
  const { label, ...button } = submit;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      description={description}
      className={className}
      footer={
        <>
          {aside}
          <Button onClick={onClose}>{t("back")}</Button>
          <Button variant="primary" {...button} type="submit" form={id}>
            {label}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        className="grid gap-3"
        onSubmit={form.fields.handleSubmit((input) => {
          if (!submit.isBusy && !submit.disabled) onSubmit(input);
        })}
      >
        {children}
        {form.problem ? (
          <p role="alert" className="text-bad">
            {form.problem}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}
