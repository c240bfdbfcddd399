export { createCloudStacks } from "./create-cloud-stacks";
export type { CloudStacksOptions } from "./options";
