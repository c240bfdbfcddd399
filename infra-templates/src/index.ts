export { availabilityZones } from "./stacks/network/availability-zones";
export { buildApp, type SynthesizedTemplate, synthesizeApp, withApp } from "./synthesis/synthesize-app";
