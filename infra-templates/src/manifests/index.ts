export type { ManifestSpec } from "./manifest";
export { manifestFiles, remainingSteps } from "./remaining-steps";
