"use client";
import { type DriftFindingView, ignoreDriftInputSchema } from "@greenroom/drift/schema";
import { toast } from "@greenroom/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { ChoiceField, TextareaField } from "../../modules/forms/fields";
import { FormDialog } from "../../modules/forms/form-dialog";
import { useDialogForm } from "../../modules/forms/use-dialog-form";
import { useTRPC } from "../../trpc/client";

const DAYS = ["1", "7", "30", "90"] as const;
const EXTENTS = ["property", "resource"] as const;

/** What the form holds; a choice is a text. */
const formSchema = z
  .object({
    findingId: z.string(),
    extent: z.enum(EXTENTS),
    reason: ignoreDriftInputSchema.shape.reason,
    days: z.enum(DAYS),
  })
  .transform(({ extent, days, ...rest }) => ({
    ...rest,
    isWholeResource: extent === "resource",
    days: Number(days),
  }));

/** Says that a difference may stay for a while, and why. */
export default function IgnoreDialog({
  finding,
  onClose,
}: {
  finding: DriftFindingView;
  onClose: () => void;
}) {
  const t = useTranslations("drift.ignoring");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const ignore = useMutation(
    trpc.drift.ignore.mutationOptions({
      onSuccess: async () => {
        toast.success(t("done"));
        onClose();
        await queryClient.invalidateQueries({ queryKey: trpc.drift.pathKey() });
      },
    }),
  );
  const form = useDialogForm({
    schema: formSchema,
    start: { findingId: finding.id, extent: "property", reason: "", days: "7" },
    error: ignore.error,
  });
  return (
    <FormDialog
      form={form}
      title={t("title")}
      description={t("body", {
        resource: `${finding.stackKey}/${finding.logicalId}`,
        path: finding.path || "–",
      })}
      submit={{ label: t("confirm"), variant: "primary", isBusy: ignore.isPending }}
      onSubmit={(input) => ignore.mutate(input)}
      onClose={onClose}
    >
      <ChoiceField
        form={form}
        name="extent"
        label={t("extent")}
        options={EXTENTS.map((value) => ({ value, label: t(`extents.${value}`) }))}
      />
      <ChoiceField
        form={form}
        name="days"
        label={t("days")}
        options={DAYS.map((value) => ({ value, label: t("daysOption", { days: Number(value) }) }))}
      />
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
