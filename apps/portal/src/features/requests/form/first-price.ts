import type { EstimateInput } from "@greenroom/costs/schema";
import type { BlueprintModel } from "@greenroom/infra-templates/catalog";
import type { FormContext } from "@greenroom/requests/schema";
import { specOf, startForm } from "./form-state";

/** What an untouched form asks the price of, so that the page can arrive with it. */
export function firstPriceInput(model: BlueprintModel, context: FormContext): EstimateInput {
  const form = startForm(model, context, "");
  return { blueprint: model.id, region: form.region, stage: form.stage, spec: specOf(form.spec) };
}
