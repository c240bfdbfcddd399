export { availabilityZones } from "./availability-zones";
export { buildApp, type SynthesizedTemplate, synthesizeApp, withApp } from "./synthesize-app";
