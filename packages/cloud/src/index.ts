export { checkTemplates } from "./check-templates";
export type * from "./contract";
export { diffTemplates } from "./diff-templates";
