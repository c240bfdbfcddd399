export { checkTemplates } from "./check-templates";
export { diffStacks } from "./diff-stacks";
export { diffTemplates } from "./diff-templates";
export { isIdentity } from "./resource-model";
export type { PlannedResourceChange } from "./template-change";
