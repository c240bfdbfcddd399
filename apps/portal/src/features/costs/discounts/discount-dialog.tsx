"use client";
import type { DiscountRules, DiscountRuleView } from "@greenroom/costs/schema";
import { Button, toast } from "@greenroom/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChoiceField, TextField } from "../../../modules/forms/fields";
import { FormDialog } from "../../../modules/forms/form-dialog";
import { useDialogForm } from "../../../modules/forms/use-dialog-form";
import { useTRPC } from "../../../trpc/client";
import { discountFormSchema, startDiscountForm } from "./discount-form";

type Choices = NonNullable<DiscountRules["choices"]>;

function useDiscountActs(onDone: () => void) {
  const t = useTranslations("discounts");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const done = (text: "saved" | "removed") => async () => {
    toast.success(t(text));
    onDone();
    await queryClient.invalidateQueries({ queryKey: trpc.costs.pathKey() });
  };
  const set = useMutation(trpc.costs.setDiscount.mutationOptions({ onSuccess: done("saved") }));
  const remove = useMutation(trpc.costs.removeDiscount.mutationOptions({ onSuccess: done("removed") }));
  return { set, remove };
}

/** Names a discount, changes the one of that name, or removes it. */
export default function DiscountDialog({
  rule,
  choices,
  onClose,
}: {
  /** Null: a new one. */
  rule: DiscountRuleView | null;
  choices: Choices;
  onClose: () => void;
}) {
  const t = useTranslations("discounts");
  const { set, remove } = useDiscountActs(onClose);
  const form = useDialogForm({
    schema: discountFormSchema,
    start: startDiscountForm(rule, choices.services[0] ?? "", new Date().toISOString().slice(0, 10)),
    error: set.error ?? remove.error,
  });
  return (
    <FormDialog
      form={form}
      title={rule ? t("dialogOf", { name: rule.name }) : t("set")}
      description={t("dialogHelp")}
      submit={{ label: t("save"), isBusy: set.isPending }}
      onSubmit={(input) => set.mutate(input)}
      onClose={onClose}
      aside={
        rule ? (
          <Button
            variant="danger"
            className="mr-auto"
            isBusy={remove.isPending}
            onClick={() => remove.mutate({ name: rule.name })}
          >
            <Trash2 aria-hidden />
            {t("remove")}
          </Button>
        ) : null
      }
    >
      <TextField
        form={form}
        name="name"
        label={t("name")}
        help={rule ? undefined : t("help.name")}
        isRequired
        readOnly={rule !== null}
      />
      <TextField
        form={form}
        name="percent"
        label={t("percent")}
        help={t("help.percent")}
        isRequired
        inputMode="decimal"
      />
      <ChoiceField
        form={form}
        name="service"
        label={t("service")}
        options={choices.services.map((service) => ({ value: service, label: service }))}
      />
      <ChoiceField
        form={form}
        name="cloudAccountId"
        label={t("cloudAccountId")}
        options={[
          { value: "", label: t("everyAccount") },
          ...choices.accounts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <ChoiceField
        form={form}
        name="region"
        label={t("region")}
        options={[
          { value: "", label: t("everyRegion") },
          ...[...choices.regions, "global"].map((region) => ({ value: region, label: region })),
        ]}
      />
      <TextField form={form} name="skuPrefix" label={t("skuPrefix")} help={t("help.skuPrefix")} />
      <TextField form={form} name="startsOn" label={t("startsOn")} help={t("help.startsOn")} isRequired />
      <TextField form={form} name="endsOn" label={t("endsOn")} help={t("help.endsOn")} />
    </FormDialog>
  );
}
