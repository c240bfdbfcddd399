export { createSynthesizer } from "./create-synthesizer";
export { withParameters } from "./with-parameters";
