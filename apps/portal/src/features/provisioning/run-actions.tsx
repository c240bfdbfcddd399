"use client";
import { RETRY_ACTIONS, RETRY_MODES, type RunAction } from "@greenroom/provisioning/lifecycle";
import type { RunView } from "@greenroom/provisioning/schema";
import { Button, Dialog, Field, Textarea, toast } from "@greenroom/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ban, RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "../../i18n/use-error-text";
import { useTRPC } from "../../trpc/client";

/** Cancel, retry, clean and retry, continue the rollback: those the reader may do now, each confirmed. */
export function RunActions({ run }: { run: RunView }) {
  const t = useTranslations("runActions");
  const [act, setAct] = useState<RunAction | null>(null);
  return (
    <>
      {run.allowedActions.map((action) => (
        <Button
          key={action}
          variant={action === "cancel" ? "secondary" : "primary"}
          onClick={() => setAct(action)}
        >
          {action === "cancel" ? <Ban aria-hidden /> : <RotateCw aria-hidden />}
          {t(`${action}.button`)}
        </Button>
      ))}
      {act ? <ActDialog run={run} act={act} onClose={() => setAct(null)} /> : null}
    </>
  );
}

function ActDialog({ run, act, onClose }: { run: RunView; act: RunAction; onClose: () => void }) {
  const t = useTranslations("runActions");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const errorText = useErrorText();
  const [reason, setReason] = useState("");
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
  const error = cancel.error ?? retry.error;
  const isBusy = cancel.isPending || retry.isPending;
  const perform = () => {
    const mode = RETRY_MODES.find((one) => RETRY_ACTIONS[one] === act);
    if (mode) retry.mutate({ runId: run.id, mode });
    else cancel.mutate({ runId: run.id, reason });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t(`${act}.title`)}
      description={t(`${act}.body`, { name: run.environmentName })}
      footer={
        <>
          <Button onClick={onClose}>{t("back")}</Button>
          <Button variant={act === "cancel" ? "danger" : "primary"} isBusy={isBusy} onClick={perform}>
            {t(`${act}.confirm`)}
          </Button>
        </>
      }
    >
      {act === "cancel" ? (
        <Field label={t("cancel.reason")}>
          {(control) => (
            <Textarea
              {...control}
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      {error ? (
        <p role="alert" className="text-bad">
          {errorText(error)}
        </p>
      ) : null}
    </Dialog>
  );
}
