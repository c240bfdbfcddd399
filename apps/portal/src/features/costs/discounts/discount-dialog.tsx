"use client";
import type { DiscountRules, DiscountRuleView } from "@greenroom/costs/schema";
import { Button, Dialog, Field, Input, Select, toast } from "@greenroom/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { errorDataOf, useErrorText, useMessage } from "../../../i18n/use-error-text";
import { useTRPC } from "../../../trpc/client";
import { type DiscountForm, readDiscountForm, startDiscountForm } from "./discount-form";

type Choices = NonNullable<DiscountRules["choices"]>;
type TextName = "name" | "skuPrefix" | "percent" | "startsOn" | "endsOn";

const REQUIRED: ReadonlySet<string> = new Set(["name", "percent", "startsOn"]);

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
export function DiscountDialog({
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
  const message = useMessage();
  const errorText = useErrorText();
  const [form, setForm] = useState<DiscountForm>(() =>
    startDiscountForm(rule, choices.services[0] ?? "", new Date().toISOString().slice(0, 10)),
  );
  const [wasTried, setTried] = useState(false);
  const { set, remove } = useDiscountActs(onClose);
  const { input, problems = {} } = readDiscountForm(form);
  const error = set.error ?? remove.error;
  const refusedField = error ? errorDataOf(error).field : null;
  const errorOf = (field: keyof DiscountForm) => {
    const problem = wasTried ? problems[field] : undefined;
    if (problem) return message(problem.key, { value: problem.value }, problem.key);
    return refusedField === field ? errorText(error) : undefined;
  };
  const text = (name: TextName, inputMode?: "decimal") => (
    <Field
      label={t(name)}
      help={name === "name" && rule ? undefined : t(`help.${name}`)}
      error={errorOf(name)}
      isRequired={REQUIRED.has(name)}
    >
      {(control) => (
        <Input
          {...control}
          inputMode={inputMode}
          autoComplete="off"
          readOnly={name === "name" && rule !== null}
          value={form[name]}
          onChange={(event) => setForm({ ...form, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const save = () => {
    setTried(true);
    if (input) set.mutate(input);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={rule ? t("dialogOf", { name: rule.name }) : t("set")}
      description={t("dialogHelp")}
      footer={
        <>
          {rule ? (
            <Button
              variant="danger"
              className="mr-auto"
              isBusy={remove.isPending}
              onClick={() => remove.mutate({ name: rule.name })}
            >
              <Trash2 aria-hidden />
              {t("remove")}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t("back")}</Button>
          <Button variant="primary" isBusy={set.isPending} onClick={save}>
            {t("save")}
          </Button>
        </>
      }
    >
      {text("name")}
      {text("percent", "decimal")}
      <ScopeFields form={form} choices={choices} errorOf={errorOf} onChange={setForm} />
      {text("skuPrefix")}
      {text("startsOn")}
      {text("endsOn")}
      {error && !refusedField ? (
        <p role="alert" className="text-bad">
          {errorText(error)}
        </p>
      ) : null}
    </Dialog>
  );
}

/** Of which service, account and region the prices are. */
function ScopeFields({
  form,
  choices,
  errorOf,
  onChange,
}: {
  form: DiscountForm;
  choices: Choices;
  errorOf: (field: keyof DiscountForm) => string | undefined;
  onChange: (form: DiscountForm) => void;
}) {
  const t = useTranslations("discounts");
  const lists = {
    service: choices.services.map((service) => ({ value: service, label: service })),
    cloudAccountId: [
      { value: "", label: t("everyAccount") },
      ...choices.accounts.map(({ id, name }) => ({ value: id, label: name })),
    ],
    region: [
      { value: "", label: t("everyRegion") },
      ...[...choices.regions, "global"].map((region) => ({ value: region, label: region })),
    ],
  };
  return (["service", "cloudAccountId", "region"] as const).map((name) => (
    <Field key={name} label={t(name)} error={errorOf(name)}>
      {(control) => (
        <Select
          {...control}
          value={form[name]}
          onValueChange={(value) => onChange({ ...form, [name]: value })}
          options={lists[name]}
        />
      )}
    </Field>
  ));
}
