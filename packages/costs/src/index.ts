export { compareEstimates } from "./compare-estimates";
export { HOURS_PER_MONTH } from "./components";
export {
  type EstimateOptions,
  estimateTemplates,
  isUnpriced,
  type StackTemplate,
} from "./estimate-templates";
export { createPriceBook, defaultPriceBook, type PriceBook } from "./price-book";
export { type EstimateSpecDeps, estimateSpec } from "./queries/estimate-spec";
