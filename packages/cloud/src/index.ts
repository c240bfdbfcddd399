export type * from "./contract";
export { hashSubmission, type StackSettings, type StackSubmission } from "./submission";
