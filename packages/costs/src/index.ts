export type { AdviceOptions } from "./advice/advice-subject";
export { adviseOn } from "./advice/advise";
export { compareEstimates } from "./compare-estimates";
export { costsByStack } from "./costs-by-stack";
export {
  type EstimateOptions,
  estimateTemplates,
  isUnpriced,
  type StackTemplate,
} from "./estimate-templates";
export { defaultPriceBook } from "./price-book";
