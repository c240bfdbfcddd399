"use client";
import type { ManagedAccount } from "@greenroom/accounts/schema";
import { toast } from "@greenroom/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ChoiceField, TextField } from "../../modules/forms/fields";
import { FormDialog } from "../../modules/forms/form-dialog";
import { useDialogForm } from "../../modules/forms/use-dialog-form";
import { useTRPC } from "../../trpc/client";
import { accountFormSchema, accountValues, startAccountForm } from "./account-form";

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
export default function AccountDialog({
  account,
  onClose,
}: {
  /** Null: a new one. */
  account: ManagedAccount | null;
  onClose: () => void;
}) {
  const t = useTranslations("accounts");
  const { add, change } = useSave(onClose);
  const form = useDialogForm({
    schema: accountFormSchema,
    start: startAccountForm(account),
    error: add.error ?? change.error,
    valuesOf: accountValues,
  });
  const textOf = (name: "accountId" | "name" | "regions" | "roleArn" | "grafanaUrl") => ({
    form,
    name,
    label: t(`fields.${name}`),
    help: t(`help.${name}`),
    isRequired: true,
    spellCheck: false,
  });
  return (
    <FormDialog
      form={form}
      title={account ? t("changeOf", { name: account.name }) : t("add")}
      description={t("dialogHelp")}
      submit={{ label: t("save"), isBusy: add.isPending || change.isPending }}
      onSubmit={(input) =>
        account ? change.mutate({ ...input, id: account.id, version: account.version }) : add.mutate(input)
      }
      onClose={onClose}
    >
      <TextField {...textOf("accountId")} inputMode="numeric" readOnly={account !== null} />
      <TextField {...textOf("name")} />
      <TextField {...textOf("regions")} />
      <ChoiceField
        form={form}
        name="wayIn"
        label={t("fields.wayIn")}
        help={t("help.wayIn")}
        options={[
          { value: "role", label: t("byRole") },
          { value: "own", label: t("ownCredentials") },
        ]}
      />
      {form.fields.watch("wayIn") === "role" ? <TextField {...textOf("roleArn")} /> : null}
      <TextField {...textOf("grafanaUrl")} isRequired={false} inputMode="url" />
    </FormDialog>
  );
}
