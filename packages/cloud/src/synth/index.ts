export { createSynthesizer, type SynthesizerOptions } from "./create-synthesizer";
export { withParameters } from "./with-parameters";
