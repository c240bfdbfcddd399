import { type DiscountRuleView, setDiscountInputSchema } from "@greenroom/costs/schema";
import { z } from "zod";

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

/** From what is typed to what is sent. */
export const discountFormSchema = z
  .custom<DiscountForm>()
  .transform((form) => ({
    ...form,
    cloudAccountId: form.cloudAccountId || null,
    region: form.region || null,
    percent: form.percent.replace(/[%\s]/g, ""),
    startsOn: form.startsOn.trim(),
    endsOn: form.endsOn.trim() || null,
  }))
  .pipe(setDiscountInputSchema);
