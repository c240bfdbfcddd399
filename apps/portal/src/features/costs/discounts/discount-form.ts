import {
  type DiscountRuleView,
  type SetDiscountInput,
  setDiscountInputSchema,
} from "@greenroom/costs/schema";

/** A discount as it is typed; "" of a choice is every account or region. */
export interface DiscountForm {
  name: string;
  cloudAccountId: string;
  service: string;
  skuPrefix: string;
  region: string;
  percent: string;
  startsOn: string;
  endsOn: string;
}

export function startDiscountForm(
  rule: DiscountRuleView | null,
  service: string,
  today: string,
): DiscountForm {
  return {
    name: rule?.name ?? "",
    cloudAccountId: rule?.account?.id ?? "",
    service: rule?.service ?? service,
    skuPrefix: rule?.skuPrefix ?? "",
    region: rule?.region ?? "",
    percent: rule?.percent ?? "",
    startsOn: rule?.startsOn ?? today,
    endsOn: rule?.endsOn ?? "",
  };
}

/** What is sent, or what is wrong by field: the key of a message, and the value it is about. */
export function readDiscountForm(
  form: DiscountForm,
):
  | { input: SetDiscountInput; problems?: never }
  | { problems: Record<string, { key: string; value: string }>; input?: never } {
  const read = setDiscountInputSchema.safeParse({
    ...form,
    cloudAccountId: form.cloudAccountId || null,
    region: form.region || null,
    percent: form.percent.replace(/[%\s]/g, ""),
    startsOn: form.startsOn.trim(),
    endsOn: form.endsOn.trim() || null,
  });
  if (read.success) return { input: read.data };
  return {
    problems: Object.fromEntries(
      read.error.issues.map(({ path, message }) => {
        const field = String(path[0]) as keyof DiscountForm;
        return [field, { key: message, value: form[field] ?? "" }];
      }),
    ),
  };
}
