import type { CostModel } from "../cost-model";
import * as pricedTypes from "./priced-types";

/** The priced types, by CloudFormation type name. */
export const COST_MODELS: ReadonlyMap<string, CostModel> = new Map(
  Object.values<CostModel>(pricedTypes).map((model) => [model.type, model]),
);
