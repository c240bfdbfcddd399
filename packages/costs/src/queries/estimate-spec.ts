import { AppError } from "@greenroom/errors";
import { type BlueprintContext, getBlueprint, parseSpec } from "@greenroom/infra-templates/catalog";
import { type EstimateOptions, estimateTemplates, type PriceBook } from "@greenroom/pricing";
import { awakeHours, type Estimate } from "@greenroom/pricing/schema";
import type { EstimateInput } from "../schema";

export interface EstimateSpecDeps {
  book: PriceBook;
  now: () => Date;
}

/**
 * The live price of a form: what an environment with this spec costs a month, without synthesis.
 * @throws AppError NOT_FOUND for an unknown blueprint, INVALID_INPUT with the field for a region without
 * prices (nothing is built there) or a spec that the blueprint's own schema refuses
 */
export function estimateSpec(deps: EstimateSpecDeps, input: EstimateInput): Estimate {
  return estimateTemplates(optionsOfSpec(deps, input));
}

/**
 * What is priced of a spec: its outline and the blueprint's usage figures.
 * @throws AppError as `estimateSpec`
 */
export function optionsOfSpec({ book, now }: EstimateSpecDeps, input: EstimateInput): EstimateOptions {
  const model = getBlueprint(input.blueprint);
  if (!book.regions.includes(input.region)) throw regionWithoutPrices(input.region, book);
  const spec = parseSpec(model, input.spec);
  return {
    stacks: model.outline(spec, placeholderContext(input)),
    usage: model.usage(spec),
    ...(input.awake && { environmentHours: awakeHours(input.awake) }),
    book,
    now: now(),
  };
}

/** Names and owners are not known while the form is filled in, and no price depends on them. */
function placeholderContext({ region, stage }: EstimateInput): BlueprintContext {
  return {
    environmentName: "estimate",
    teamSlug: "estimate",
    ownerEmail: "estimate@greenroom.invalid",
    costCentre: "estimate",
    requestNumber: 0,
    stage,
    region,
    accountId: "000000000000",
    expiresOn: null,
  };
}

function regionWithoutPrices(region: string, book: PriceBook): AppError {
  const regions = book.regions.join(", ");
  return new AppError("unknownRegion", { region, regions }, { field: "region" });
}
