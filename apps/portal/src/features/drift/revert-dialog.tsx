"use client";
import { requestRevertInputSchema } from "@greenroom/requests/schema";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextareaField } from "../../modules/forms/fields";
import { FormDialog } from "../../modules/forms/form-dialog";
import { useDialogForm } from "../../modules/forms/use-dialog-form";
import { useTRPC } from "../../trpc/client";

/** Asks that all drift of an environment is undone, and goes to the request. */
export default function RevertDialog({
  environmentId,
  environmentVersion,
  onClose,
}: {
  environmentId: string;
  environmentVersion: number;
  onClose: () => void;
}) {
  const t = useTranslations("drift.reverting");
  const router = useRouter();
  // Sent again with every try, so that an answer that got lost makes no second request.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const submit = useMutation(
    useTRPC().requests.submit.mutationOptions({ onSuccess: ({ id }) => router.push(`/requests/${id}`) }),
  );
  const form = useDialogForm({
    schema: requestRevertInputSchema,
    start: {
      kind: "REVERT",
      idempotencyKey,
      environmentId,
      baseEnvironmentVersion: environmentVersion,
      reason: "",
    },
    error: submit.error,
  });
  return (
    <FormDialog
      form={form}
      title={t("title")}
      description={t("body")}
      submit={{ label: t("confirm"), variant: "primary", isBusy: submit.isPending || submit.isSuccess }}
      onSubmit={(input) => submit.mutate(input)}
      onClose={onClose}
    >
      <TextareaField
        form={form}
        name="reason"
        label={t("reason")}
        help={t("reasonHelp")}
        maxLength={1000}
        isRequired
      />
    </FormDialog>
  );
}
