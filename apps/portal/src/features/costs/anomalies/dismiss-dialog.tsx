"use client";
import { type AnomalyView, dismissAnomalyInputSchema } from "@greenroom/costs/schema";
import { componentMessage } from "@greenroom/pricing/schema";
import { formatMoney, toast } from "@greenroom/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useSay } from "../../../i18n/use-error-text";
import { TextareaField } from "../../../modules/forms/fields";
import { FormDialog } from "../../../modules/forms/form-dialog";
import { useDialogForm } from "../../../modules/forms/use-dialog-form";
import { useTRPC } from "../../../trpc/client";
import { useDayText } from "../month-text";

/** Says why a day of unusual cost is no surprise; the reason is kept. */
export default function DismissDialog({ anomaly, onClose }: { anomaly: AnomalyView; onClose: () => void }) {
  const t = useTranslations("anomalies");
  const locale = useLocale();
  const say = useSay();
  const dayText = useDayText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const dismiss = useMutation(
    trpc.costs.dismissAnomaly.mutationOptions({
      onSuccess: async () => {
        toast.success(t("done"));
        onClose();
        await queryClient.invalidateQueries({ queryKey: trpc.costs.anomalies.pathKey() });
      },
    }),
  );
  const { environmentId, environmentName, day, service, component, usd } = anomaly;
  const form = useDialogForm({
    schema: dismissAnomalyInputSchema,
    start: { environmentId, day, service, component, reason: "" },
    error: dismiss.error,
  });
  return (
    <FormDialog
      form={form}
      title={t("dialogTitle", {
        part: say(componentMessage(component)),
        name: environmentName,
        day: dayText(day),
      })}
      description={t("dialogHelp", { usd: formatMoney(usd, locale) })}
      submit={{ label: t("dismiss"), isBusy: dismiss.isPending }}
      onSubmit={(input) => dismiss.mutate(input)}
      onClose={onClose}
    >
      <TextareaField form={form} name="reason" label={t("reason")} maxLength={1000} isRequired />
    </FormDialog>
  );
}
