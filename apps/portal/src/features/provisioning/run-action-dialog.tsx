"use client";
import { RETRY_ACTIONS, RETRY_MODES, type RunAction } from "@greenroom/provisioning/lifecycle";
import { cancelRunInputSchema, type RunView } from "@greenroom/provisioning/schema";
import { toast } from "@greenroom/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { TextareaField } from "../../modules/forms/fields";
import { FormDialog } from "../../modules/forms/form-dialog";
import { useDialogForm } from "../../modules/forms/use-dialog-form";
import { useTRPC } from "../../trpc/client";

/** Confirms what is done with a run; a cancellation may say why. */
export default function RunActionDialog({
  run,
  action,
  onClose,
}: {
  run: RunView;
  action: RunAction;
  onClose: () => void;
}) {
  const t = useTranslations("runActions");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const cancel = useMutation(
    trpc.runs.cancel.mutationOptions({
      onSuccess: async () => {
        toast.success(t("cancel.done"));
        onClose();
        await queryClient.invalidateQueries({ queryKey: trpc.runs.get.queryKey({ runId: run.id }) });
      },
    }),
  );
  const retry = useMutation(
    trpc.runs.retry.mutationOptions({ onSuccess: ({ runId }) => router.push(`/runs/${runId}`) }),
  );
  const form = useDialogForm({
    schema: cancelRunInputSchema,
    start: { runId: run.id, reason: "" },
    error: cancel.error ?? retry.error,
  });
  const mode = RETRY_MODES.find((one) => RETRY_ACTIONS[one] === action);
  return (
    <FormDialog
      form={form}
      title={t(`${action}.title`)}
      description={t(`${action}.body`, { name: run.environmentName })}
      submit={{
        label: t(`${action}.confirm`),
        variant: action === "cancel" ? "danger" : "primary",
        isBusy: cancel.isPending || retry.isPending,
      }}
      onSubmit={(input) => (mode ? retry.mutate({ runId: run.id, mode }) : cancel.mutate(input))}
      onClose={onClose}
    >
      {action === "cancel" ? (
        <TextareaField form={form} name="reason" label={t("cancel.reason")} maxLength={500} />
      ) : null}
    </FormDialog>
  );
}
