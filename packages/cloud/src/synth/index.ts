export { createSynthesizer, type SynthesizerOptions } from "./create-synthesizer";
