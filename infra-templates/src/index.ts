export { availabilityZones } from "./availability-zones";
export { buildApp, type SynthesizedTemplate, synthesizeApp } from "./synthesize-app";
