"use client";
import type { ManagedAccount } from "@greenroom/accounts/schema";
import { Button, Dialog, Field, Input, Select, toast } from "@greenroom/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { errorDataOf, useErrorText, useMessage } from "../../i18n/use-error-text";
import { useTRPC } from "../../trpc/client";
import { type AccountField, type AccountForm, readAccountForm, startAccountForm } from "./account-form";

function useSave(onDone: () => void) {
  const t = useTranslations("accounts");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const done = (text: "added" | "saved") => async () => {
    toast.success(t(text));
    onDone();
    await queryClient.invalidateQueries({ queryKey: trpc.accounts.pathKey() });
  };
  const add = useMutation(trpc.accounts.add.mutationOptions({ onSuccess: done("added") }));
  const change = useMutation(trpc.accounts.change.mutationOptions({ onSuccess: done("saved") }));
  return { add, change };
}

/** Adds an account, or changes one; its number stays. */
export function AccountDialog({
  account,
  onClose,
}: {
  /** Null: a new one. */
  account: ManagedAccount | null;
  onClose: () => void;
}) {
  const t = useTranslations("accounts");
  const message = useMessage();
  const errorText = useErrorText();
  const [form, setForm] = useState<AccountForm>(() => startAccountForm(account));
  const [wasTried, setTried] = useState(false);
  const { add, change } = useSave(onClose);
  const { input, problems = {} } = readAccountForm(form);
  const error = add.error ?? change.error;
  const refusedField = error ? errorDataOf(error).field : null;
  const errorOf = (field: AccountField) => {
    const problem = wasTried ? problems[field] : undefined;
    if (problem) return message(problem.key, problem.details, problem.key);
    return refusedField === field ? errorText(error) : undefined;
  };
  const save = () => {
    setTried(true);
    if (!input) return;
    if (account) change.mutate({ ...input, id: account.id, version: account.version });
    else add.mutate(input);
  };
  const text = (name: AccountField, inputMode?: "numeric") => (
    <Field label={t(`fields.${name}`)} help={t(`help.${name}`)} error={errorOf(name)} isRequired>
      {(control) => (
        <Input
          {...control}
          inputMode={inputMode}
          autoComplete="off"
          spellCheck={false}
          readOnly={name === "accountId" && account !== null}
          value={form[name]}
          onChange={(event) => setForm({ ...form, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={account ? t("changeOf", { name: account.name }) : t("add")}
      description={t("dialogHelp")}
      footer={
        <>
          <Button onClick={onClose}>{t("back")}</Button>
          <Button variant="primary" isBusy={add.isPending || change.isPending} onClick={save}>
            {t("save")}
          </Button>
        </>
      }
    >
      {text("accountId", "numeric")}
      {text("name")}
      {text("regions")}
      <Field label={t("fields.wayIn")} help={t("help.wayIn")}>
        {(control) => (
          <Select
            {...control}
            value={form.wayIn}
            onValueChange={(wayIn) => setForm({ ...form, wayIn: wayIn === "own" ? "own" : "role" })}
            options={[
              { value: "role", label: t("byRole") },
              { value: "own", label: t("ownCredentials") },
            ]}
          />
        )}
      </Field>
      {form.wayIn === "role" ? text("roleArn") : null}
      {error && !refusedField ? (
        <p role="alert" className="text-bad">
          {errorText(error)}
        </p>
      ) : null}
    </Dialog>
  );
}
