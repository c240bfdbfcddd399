export type { ManifestFile, ManifestSpec, RemainingStep } from "./manifest";
export { manifestFiles, remainingSteps } from "./remaining-steps";
