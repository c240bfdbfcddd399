import { adviseOn } from "@greenroom/pricing";
import type { Advice } from "@greenroom/pricing/schema";
import type { EstimateInput } from "../schema";
import { type EstimateSpecDeps, optionsOfSpec } from "./estimate-spec";

/**
 * What would make an environment with this spec cheaper, largest saving first.
 * @throws AppError as `estimateSpec`
 */
export function adviseSpec(deps: EstimateSpecDeps, input: EstimateInput): Advice[] {
  return adviseOn({ ...optionsOfSpec(deps, input), stage: input.stage });
}
