export { buildApp, type SynthesizedTemplate, synthesizeApp } from "./synthesize-app";
