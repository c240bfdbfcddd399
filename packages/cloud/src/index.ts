export { checkTemplates } from "./check-templates";
export type * from "./contract";
export { diffStacks } from "./diff-stacks";
export { diffTemplates } from "./diff-templates";
export { hashSubmission, type StackSettings, type StackSubmission } from "./submission";
