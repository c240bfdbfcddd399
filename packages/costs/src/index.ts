export { compareEstimates } from "./compare-estimates";
export {
  type EstimateOptions,
  estimateTemplates,
  isUnpriced,
  type StackTemplate,
} from "./estimate-templates";
