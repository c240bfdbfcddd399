export type { AdviceOptions } from "./advice/advice-subject";
export type { StackTemplate } from "./charges";
export { compareEstimates } from "./compare-estimates";
export { costsByStack } from "./costs-by-stack";
export { type EstimateOptions, estimateTemplates, isUnpriced } from "./estimate-templates";
export { createPriceBook, defaultPriceBook, type PriceBook, type PriceRow, unitSizeOf } from "./price-book";
export { estimateSpec } from "./queries/estimate-spec";
