export { type DriftCase, driftCaseSchema } from "./case-schema";
export {
  classifyDifference,
  DRIFT_CLASSES,
  type DriftClass,
  type ScalingBounds,
} from "./classify-difference";
export { compareResource } from "./compare-resource";
