"use client";
import type { AnomalyView } from "@greenroom/costs/schema";
import { Button, Dialog, Field, formatMoney, Textarea, toast } from "@greenroom/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "../../../i18n/use-error-text";
import { useTRPC } from "../../../trpc/client";
import { useDayText } from "../month-text";

const MIN_REASON_LENGTH = 3;

/** Says why a dear day is no surprise; the reason is kept. */
export function DismissDialog({ anomaly, onClose }: { anomaly: AnomalyView; onClose: () => void }) {
  const t = useTranslations("anomalies");
  const locale = useLocale();
  const dayText = useDayText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const [reason, setReason] = useState("");
  const [wasTried, setTried] = useState(false);
  const dismiss = useMutation(
    trpc.costs.dismissAnomaly.mutationOptions({
      onSuccess: async () => {
        toast.success(t("done"));
        onClose();
        await queryClient.invalidateQueries({ queryKey: trpc.costs.anomalies.pathKey() });
      },
    }),
  );
  const { environmentId, environmentName, day, service, component, componentKo, usd } = anomaly;
  const isShort = reason.trim().length < MIN_REASON_LENGTH;
  const perform = () => {
    setTried(true);
    if (!isShort) dismiss.mutate({ environmentId, day, service, component, reason });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("dialogTitle", {
        part: (locale === "ko" && componentKo) || component,
        name: environmentName,
        day: dayText(day),
      })}
      description={t("dialogHelp", { usd: formatMoney(usd, locale) })}
      footer={
        <>
          <Button onClick={onClose}>{t("back")}</Button>
          <Button variant="primary" isBusy={dismiss.isPending} onClick={perform}>
            {t("dismiss")}
          </Button>
        </>
      }
    >
      <Field label={t("reason")} error={wasTried && isShort ? t("reasonNeeded") : undefined} isRequired>
        {(control) => (
          <Textarea
            {...control}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {dismiss.error ? (
        <p role="alert" className="text-bad">
          {errorText(dismiss.error)}
        </p>
      ) : null}
    </Dialog>
  );
}
